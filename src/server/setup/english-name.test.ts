import { expect, test } from 'vitest'
import { townName, villageName } from '../../core/division/names.ts'
import { englishName } from './english-name.ts'

test.each([
  [townName('新浦镇'), 'Xinpu Town'],
  [townName('漓东街道办事处'), 'Lidong Subdistrict'],
  [villageName('上舍村委会'), 'Shangshe Village'],
  [villageName('绿园社区居委会'), 'Lvyuan Community'],
  [villageName('十连生活区'), 'Shilianshenghuoqu'],
  [villageName('第5村委会'), 'Di5 Village'],
])('%o is %s', (name, en) => expect(englishName(name)).toBe(en))
