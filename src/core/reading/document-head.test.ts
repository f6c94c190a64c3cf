import { expect, test } from 'vitest'
import { documentHead } from './document-head.ts'

test('a published document with a table of marks above its title', () => {
  const text = '索引号:\n\n1133/2023-1\n\n发布机构:\n\n示例镇\n\n发布日期:\n\n2023-11-08\n\n成文日期：\n\n2023-11-07\n\n2023年上半年工作回顾及下半年工作计划\n\n一、2023年上半年工作回顾\n\n上半年，…'
  expect(documentHead(text)).toEqual({ title: '2023年上半年工作回顾及下半年工作计划', day: '2023-11-07', year: 2023, period: '2023H1' })
})

test('a report read out: what it looks back on is told by its first part', () => {
  const text = '政府工作报告\n（2023年1月12日在示例镇第十八届人民代表大会第二次会议上）\n镇长 某某\n各位代表：\n一、2022年工作回顾\n全年实现…\n二、2023年工作安排\n'
  expect(documentHead(text)).toMatchObject({ title: '政府工作报告', year: 2022, period: '2022' })
})

test('a title in two lines, a date in Chinese at the end', () => {
  const text = '关于示例镇二〇二二年度\n民生实事完成情况的报告\n\n镇人大：\n全年完成实事10件。\n\n示例镇人民政府\n二〇二三年一月三日\n'
  expect(documentHead(text)).toEqual({ title: '关于示例镇二〇二二年度民生实事完成情况的报告', day: '2023-01-03', year: 2022, period: '2022' })
})

test('a plan looks ahead: no period of figures', () => {
  expect(documentHead('示例镇2024年工作要点\n2024年2月1日\n一、抓好春耕\n')).toEqual({ title: '示例镇2024年工作要点', day: '2024-02-01', year: 2024, period: null })
})

test('a text that says nothing of itself', () => {
  expect(documentHead('新建泵站2个，完成改造32处，同时推进其余工作。')).toEqual({ title: '', day: null, year: null, period: null })
  expect(documentHead('')).toEqual({ title: '', day: null, year: null, period: null })
})

test('days the calendar does not have are not taken', () => {
  expect(documentHead('某镇工作总结\n2023-02-30\n').day).toBeNull()
})
