import type { Day } from './day.ts'
import { yearOf } from './day.ts'
import type { NoticeLine } from './notice-lines.ts'
import { noticeLines } from './notice-lines.ts'
import type { YearNotice } from './work-calendar.ts'
import { isWeekend } from './work-calendar.ts'

/** What is wrong with a notice as it was given: at a line, counted from 1, or with the whole of it where the line is null. */
export type NoticeProblem =
  | { readonly kind: 'no-day' | 'no-mark'; readonly line: number; readonly text: string }
  | { readonly kind: 'twice'; readonly line: number; readonly day: Day; readonly first: number }
  | { readonly kind: 'worked-anyway'; readonly line: number; readonly day: Day }
  | { readonly kind: 'other-year'; readonly line: number; readonly day: Day; readonly year: number }
  | { readonly kind: 'other-count'; readonly line: number; readonly said: number; readonly found: number }
  | { readonly kind: 'no-year' | 'no-rows' | 'no-national-day' | 'too-long'; readonly line: null }

/** A notice that can be taken, or everything that keeps it from being taken. */
export type ReadNotice = { readonly notice: YearNotice; readonly problems: readonly [] } | { readonly notice: null; readonly problems: readonly NoticeProblem[] }

/**
 * Reads a year's notice as people have it: the State Council's own text, rows of a day and `off` or `work` (休, 放假, 班, 上班), or JSON of either. Weekend
 * days off are weekends anyway and are left out. Nothing is taken while anything is wrong: one wrong day moves every limit of the year.
 */
export const readCalendarNotice = (text: string, givenYear?: number): ReadNotice => {
  if (text.length > longest) return { notice: null, problems: [{ kind: 'too-long', line: null }] }
  const year = givenYear ?? yearIn(text)
  if (year === undefined) return { notice: null, problems: [{ kind: 'no-year', line: null }] }
  const lines = noticeLines(text, year)
  const problems = [...lines.flatMap((line) => lineProblems(line, year)), ...twice(lines), ...wholeProblems(lines, year)]
  if (problems.length > 0) return { notice: null, problems }
  const days = lines.flatMap((line) => (line.kind === 'days' ? line.days.map((day) => ({ day, mark: line.mark })) : []))
  const of = (mark: 'off' | 'work'): readonly Day[] => days.filter((each) => each.mark === mark && isWeekend(each.day) === (mark === 'work')).map((each) => each.day).sort()
  return { notice: { year, off: of('off'), work: of('work') }, problems: [] }
}

/** A line for every day of a year, and a name behind each, is shorter. */
const longest = 30_000

/** The year that a heading names, else the one most of the days are in. */
const yearIn = (text: string): number | undefined => {
  const heading = /(\d{4})\s*年\s*(?:部分)?节假日/.exec(text)?.[1]
  if (heading !== undefined) return Number(heading)
  const counts = new Map<string, number>()
  for (const [year] of text.matchAll(/(?<!\d)(?:19|20|21)\d{2}(?=\d{4}(?!\d)|\s*[-/.年])/g)) counts.set(year, (counts.get(year) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return most === undefined ? undefined : Number(most)
}

const lineProblems = (line: NoticeLine, year: number): readonly NoticeProblem[] => {
  if (line.kind !== 'days') return [line]
  const problems: NoticeProblem[] = []
  for (const day of line.days) {
    if (yearOf(day) !== year && !day.startsWith(`${year - 1}-12-`)) problems.push({ kind: 'other-year', line: line.line, day, year: yearOf(day) })
    else if (line.mark === 'work' && !isWeekend(day)) problems.push({ kind: 'worked-anyway', line: line.line, day })
  }
  if (line.said !== null && line.said !== line.days.length) problems.push({ kind: 'other-count', line: line.line, said: line.said, found: line.days.length })
  return problems
}

/** A day given again, whether it then means the same or not: one of the two is another day. */
const twice = (lines: readonly NoticeLine[]): readonly NoticeProblem[] => {
  const first = new Map<Day, number>()
  const problems: NoticeProblem[] = []
  for (const line of lines)
    if (line.kind === 'days')
      for (const day of line.days) {
        const at = first.get(day)
        if (at === undefined) first.set(day, line.line)
        else problems.push({ kind: 'twice', line: line.line, day, first: at })
      }
  return problems
}

/** A year in which the first days of October are worked is not a whole notice. */
const wholeProblems = (lines: readonly NoticeLine[], year: number): readonly NoticeProblem[] => {
  const off = lines.flatMap((line) => (line.kind === 'days' && line.mark === 'off' ? line.days : []))
  if (lines.length === 0) return [{ kind: 'no-rows', line: null }]
  return ['01', '02', '03'].every((date) => off.some((day) => day === `${year}-10-${date}`)) ? [] : [{ kind: 'no-national-day', line: null }]
}
