import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, DayText, Words } from './parts.ts'
import { route } from './route.ts'

/** One year's days off and days worked, as the book has them, and the paper they stand in. */
const NoticeOut = z.object({ entry: z.number(), version: z.number(), year: z.number(), off: z.array(DayText), work: z.array(DayText), day: DayText, source: z.string() })
export type NoticeOut = z.infer<typeof NoticeOut>

/** The notices of the book; a year without one is reckoned by weekdays. */
export const readCalendar = route({ verb: 'calendar.read', method: 'GET', title: words('工作日历', 'Work calendar'), input: z.object({}), output: z.object({ notices: z.array(NoticeOut), can: Can }) })

/** A notice as people have it: the State Council's text, rows of a day and a mark, or JSON; the year where the text does not say it. */
const noticeIn = { text: z.string().trim().min(1).max(40_000), year: z.number().int().min(2000).max(2100).optional() }

/** What is wrong with a text; which values a problem has depends on its kind (core/time/read-calendar-notice.ts). */
const ProblemOut = z.record(z.string(), z.unknown()).and(z.object({ kind: z.string(), line: z.number().nullable() }))

const DayKindOut = z.enum(['workday', 'weekend', 'holiday', 'made-up'])

/** A matter whose due day another calendar moves. */
const MovedOut = z.object({ ledger: z.string(), ledgerTitle: Words, entry: z.number(), title: z.string(), was: DayText.nullable(), is: DayText.nullable(), wasSafe: DayText.nullable(), isSafe: DayText.nullable() })
export type MovedOut = z.infer<typeof MovedOut>

/** Reads a notice and tells what it would change; writes nothing. */
export const previewCalendar = route({
  verb: 'calendar.preview',
  method: 'POST',
  title: words('放假安排：预览', 'Notice of holidays: preview'),
  input: z.object(noticeIn),
  output: z.object({
    problems: z.array(ProblemOut),
    notice: z.object({ year: z.number(), off: z.array(DayText), work: z.array(DayText) }).nullable(),
    /** The notice of that year that stands, which this one would replace. */
    standing: NoticeOut.nullable(),
    days: z.array(z.object({ day: DayText, was: DayKindOut, is: DayKindOut })),
    /** Open matters, how many of them move, and the first of those the caller may read. */
    open: z.number(),
    moved: z.number(),
    matters: z.array(MovedOut),
    /** Matters whose day stays and is no longer provisional. */
    settled: z.number(),
  }),
})

/** `saw` is the version of the year's notice that was seen; null where there was none. A notice in place of another tells why. */
export const enterCalendar = route({
  verb: 'calendar.enter',
  method: 'POST',
  title: words('放假安排：入账', 'Notice of holidays: enter'),
  input: z.object({ ...noticeIn, day: DayText, source: z.string().trim().min(2).max(200), saw: z.number().int().nullable(), reason: z.string().trim().max(2000).optional() }),
  output: z.object({ id: z.number(), journal: z.number(), year: z.number(), moved: z.number() }),
})

/** Takes a notice away that was entered by mistake: the year is reckoned by weekdays again, and provisional. `saw` is its version as it was seen. */
export const withdrawCalendar = route({
  verb: 'calendar.withdraw',
  method: 'POST',
  title: words('放假安排：撤销', 'Notice of holidays: withdraw'),
  input: z.object({ year: z.number().int().min(2000).max(2100), saw: z.number().int(), reason: z.string().trim().min(2).max(2000) }),
  output: z.object({ id: z.number(), journal: z.number(), year: z.number(), moved: z.number() }),
})
