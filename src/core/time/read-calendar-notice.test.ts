import { expect, test } from 'vitest'
import { china, noticeOf } from '../../../test/builders/china-calendar.ts'
import { isWorkday } from './work-calendar.ts'
import { addDays, day } from './day.ts'
import { readCalendarNotice } from './read-calendar-notice.ts'

const problems = (text: string, year?: number): readonly string[] => readCalendarNotice(text, year).problems.map(({ kind, line }) => `${line ?? '-'} ${kind}`)
const october = '2027-10-01,off\n2027-10-02,off\n2027-10-03,off'

test.each([
  [2019, '元旦：12月30日至1月1日放假，共3天。12月29日（星期六）上班。\n春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。\n清明节：4月5日放假，与周末连休。\n劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\n端午节：6月7日放假，与周末连休。\n中秋节：9月13日放假，与周末连休。\n国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。'],
  [2023, '元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。\n清明节：4月5日放假，共1天。\n劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。\n端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。\n中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。'],
  [2026, '元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n清明节：4月4日（周六）至6日（周一）放假，共3天。\n劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n端午节：6月19日（周五）至21日（周日）放假，共3天。\n中秋节：9月25日（周五）至27日（周日）放假，共3天。\n国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。'],
])('the text of a notice gives the days that are carried of %i', (year, text) => {
  const read = readCalendarNotice(`关于${year}年部分节假日安排\n${text}\n鼓励结合带薪年休假，在除夕前一日（2月1日）休息。`)
  expect(read).toEqual({ notice: noticeOf(year), problems: [] })
})

test('rows of a whole year, weekends among them, give the same days', () => {
  const rows = Array.from({ length: 365 }, (_, at) => addDays(day('2025-01-01'), at)).filter((each) => !isWorkday(china, each) || noticeOf(2025).work.includes(each))
  const text = `日期,类型\n${rows.map((each) => `${each.replaceAll('-', '/')},${isWorkday(china, each) ? '班' : '休'},名称`).join('\n')}`
  expect(readCalendarNotice(text)).toEqual({ notice: noticeOf(2025), problems: [] })
})

test('JSON is read in both of its forms', () => {
  const { off, work } = noticeOf(2026)
  const holiday = [...off, '2026-10-03']
  expect(readCalendarNotice(JSON.stringify({ off: holiday, work }), 2026).notice).toEqual(noticeOf(2026))
  expect(readCalendarNotice(JSON.stringify([...holiday.map((each) => ({ day: each, kind: 'off' })), ...work.map((each) => ({ date: each, mark: 'work' }))])).notice).toEqual(noticeOf(2026))
})

test.each([
  ['a day twice, even with one meaning', `${october}\n2027-10-02,off`, ['4 twice']],
  ['a weekday marked as worked, though it is anyway', `${october}\n2027-09-27,work`, ['4 worked-anyway']],
  ['a day of another year', `${october}\n2026-05-01,off\n2028-01-01,off`, ['4 other-year', '5 other-year']],
  ['no National Day', '2027-01-01,off', ['- no-national-day']],
  ['a day the calendar does not have, a day without a year, and a word that says neither', `${october}\n2027-02-30,off\n3.5,off\n2027-05-03,调休`, ['4 no-day', '5 no-day', '6 no-mark']],
  ['a sum that does not agree', '2027年部分节假日\n国庆节：10月1日至7日放假调休，共8天。', ['2 other-count']],
  ['a span that runs backwards', '2027年部分节假日\n国庆节：10月7日至1日放假调休。10月9日上班。', ['2 no-day', '- no-national-day']],
  ['nothing at all', '', ['- no-year']],
  ['a heading and no rows', '日期,类型 2027年', ['1 no-day', '- no-national-day']],
  ['JSON that breaks off', '{"off": ["2027-10-01"', ['1 no-day', '- no-national-day']],
  ['a whole book', '2027-01-01,off\n'.repeat(3000), ['- too-long']],
])('refused: %s', (_, text, expected) => expect(problems(text)).toEqual(expected))

test('days of last December may stand in a notice', () => {
  expect(readCalendarNotice(`2026-12-31,off\n${october}`, 2027).notice?.off).toEqual(['2026-12-31', '2027-10-01'])
})
