import { expect, test } from 'vitest'
import { pinyinInitials } from './pinyin-initials.ts'

test.each([['生猪出栏', 'szcl'], ['地区生产总值', 'dqsczz'], ['规上工业产值', 'gsgycz'], ['PM2.5浓度', 'pm25nd'], ['5G基站', '5gjz'], ['', '']])('%s begins with %s', (text, initials) => expect(pinyinInitials(text)).toBe(initials))
