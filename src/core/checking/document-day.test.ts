import { expect, test } from 'vitest'
import { dayOfText } from './document-day.ts'

test.each([
  ['发布日期:2022-10-08\n成文日期:2022-09-30\n', '2022-09-30'],
  ['工作报告\n-2021年1月5日在镇第三次会议上\n', '2021-01-05'],
  ['工作总结\n内容。\n2021年7月5日', '2021-07-05'],
  ['发布时间:2020-08-21 08:59\n', '2020-08-21'],
  ['2021年7月5日,镇里召开会议。内容。\n', null],
  ['成文日期:2021-02-30\n', null],
])('%s', (text, day) => expect(dayOfText(text)).toBe(day))
