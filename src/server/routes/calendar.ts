import { enterCalendar, previewCalendar, readCalendar, withdrawCalendar } from '../../api/calendar.ts'
import type { MovedOut, NoticeOut } from '../../api/calendar.ts'
import { mayUse } from '../../core/access/policy.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { valueOf } from '../../core/ledger/value.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { changedDays } from '../../core/time/compare-calendars.ts'
import { readCalendarNotice } from '../../core/time/read-calendar-notice.ts'
import { workCalendar } from '../../core/time/work-calendar.ts'
import type { StoredNotice } from '../../store/calendar-notices.ts'
import { calendarLedger, readNotices } from '../../store/calendar-notices.ts'
import { endpoint } from '../endpoint.ts'
import type { Moving } from '../matter/preview-recount.ts'
import { previewRecount } from '../matter/preview-recount.ts'
import { recountWhereNeeded } from '../matter/recount-where-needed.ts'
import { matterTitle } from '../present-matter.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import type { Ask } from '../endpoint.ts'
import { rightsIn } from './entry-read.ts'

const presentNotice = ({ id, version, year, off, work, day, source }: StoredNotice): NoticeOut => ({ entry: id, version, year, off: [...off], work: [...work], day, source })

export const readCalendarEndpoint = endpoint({
  route: readCalendar,
  load: ({ town }, reader) => readNotices(reader, town.schema),
  present: (notices, { caller }) => ({ notices: notices.map(presentNotice), can: { enter: mayUse(caller.posts, enterCalendar.verb) } }),
})

/** A text with an unpaired problem is told, not refused: what is wrong with it stands beside it on the screen. */
export const previewCalendarEndpoint = endpoint({
  route: previewCalendar,
  load: async (ask, reader) => {
    const { input, town, book } = ask
    const { notice, problems } = readCalendarNotice(input.text, input.year)
    if (notice === null) return { problems, notice, standing: undefined, days: [], effect: undefined }
    const notices = await readNotices(reader, town.schema)
    const after = workCalendar('preview', [...notices, notice])
    const effect = await previewRecount(ask, reader, after, (ledger, entry) => rightsIn(ledger, ask).reads(lastSpan(entry).fields))
    return { problems, notice, standing: notices.find(({ year }) => year === notice.year), days: changedDays(book.calendar, after), effect }
  },
  present: ({ problems, notice, standing, days, effect }, ask) => ({
    problems: problems.map((problem) => ({ ...problem })),
    notice: notice === null ? null : { year: notice.year, off: [...notice.off], work: [...notice.work] },
    standing: standing === undefined ? null : presentNotice(standing),
    days: days.map((day) => ({ ...day })),
    open: effect?.open ?? 0,
    moved: effect?.moved ?? 0,
    settled: effect?.settled ?? 0,
    matters: (effect?.first ?? []).map((moving) => presentMoving(moving, ask)),
  }),
})

const presentMoving = ({ ledger, entry, columns }: Moving, ask: Ask<unknown>): MovedOut => {
  const { fields } = lastSpan(entry)
  return { ledger: ledger.key, ledgerTitle: ledger.title, entry: entry.id, title: matterTitle(ledger, rightsIn(ledger, ask), entry), was: dayIn(fields, 'due'), is: dayIn(columns, 'due'), wasSafe: dayIn(fields, 'safe_due'), isSafe: dayIn(columns, 'safe_due') }
}

const dayIn = (fields: Fields, key: string): string | null => {
  const value = valueOf(fields, key)
  return typeof value === 'string' ? value : null
}

/** The notice is entered first; the open matters are reckoned after it, each with the notice as its reason. Where that is cut short the town's upkeep does it again. */
export const enterCalendarEndpoint = endpoint({
  route: enterCalendar,
  load: async ({ input, town }, reader) => {
    const day = readDay('day', input.day)
    if (isRefusal(day)) return day
    const { notice, problems } = readCalendarNotice(input.text, input.year)
    if (notice === null) return fieldProblem('text', 'notice-unread', { count: problems.length })
    const standing = (await readNotices(reader, town.schema)).find(({ year }) => year === notice.year)
    if ((standing?.version ?? null) !== input.saw) return refuse('notice-moved', { year: notice.year })
    if (standing !== undefined && (input.reason ?? '').length < 2) return fieldProblem('reason', 'reason-required')
    return { notice, standing, day }
  },
  decide: ({ notice, standing, day }, { input, book, today }) => {
    const said = { day, off: JSON.stringify(notice.off), work: JSON.stringify(notice.work), source: input.source }
    if (standing === undefined) return { changes: [{ act: 'create', verb: enterCalendar.verb, ledger: calendarLedger, spans: [{ from: null, to: null, fields: { ...said, year: String(notice.year), org: book.treeAt(today).root } }] }] }
    return { reason: input.reason ?? '', changes: [{ act: 'correct', verb: enterCalendar.verb, ledger: calendarLedger, entry: standing.id, saw: standing.version, set: said }] }
  },
  present: async ({ notice, standing }, { input, town }, { id, journal }) => ({
    id, journal, year: notice.year,
    moved: await recountWhereNeeded(town, `${notice.year}年放假安排${standing === undefined ? '公布' : '更正'}：${input.source}${standing === undefined ? '' : `（${input.reason ?? ''}）`}`),
  }),
})

/** The notice stays in the history; what it moved is reckoned without it. */
export const withdrawCalendarEndpoint = endpoint({
  route: withdrawCalendar,
  load: async ({ input, town }, reader) => {
    const standing = (await readNotices(reader, town.schema)).find(({ year }) => year === input.year)
    if (standing === undefined) return fieldProblem('year', 'not-found', { what: String(input.year) })
    return standing.version === input.saw ? { standing } : refuse('notice-moved', { year: input.year })
  },
  decide: ({ standing }, { input }) => ({ reason: input.reason, changes: [{ act: 'void', verb: withdrawCalendar.verb, ledger: calendarLedger, entry: standing.id, saw: standing.version }] }),
  present: async ({ standing }, { input, town }, { journal }) => ({ id: standing.id, journal, year: input.year, moved: await recountWhereNeeded(town, `${input.year}年放假安排撤销：${standing.source}（${input.reason}）`) }),
})
