import { listDueDays, readWaiting } from '../../api/matter.ts'
import { both } from '../../core/access/predicate.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import { lampOf } from '../../core/matter/lamp.ts'
import { monthPage } from '../../core/matter/month-page.ts'
import type { Urgency } from '../../core/matter/waiting.ts'
import { ofUrgency, onList, urgencies, whoseMatters } from '../../core/matter/waiting.ts'
import { firstDay, lastDay, parseMonth } from '../../core/time/month.ts'
import { dayKind, isPublished } from '../../core/time/work-calendar.ts'
import { countDue, countParts } from '../../store/matter-counts.ts'
import { listMatters } from '../../store/matters.ts'
import { namesOf } from '../../store/people.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { askerOf, nearness, procedures } from '../load-matter.ts'
import { presentMatterRow } from '../present-matter.ts'
import { earliest, fieldProblem } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

/** Matters shown under one reason; the list has the rest. */
const shown = 5

/** The last month whose weeks the calendar has whole. */
const latest = '2199-11'

/** What waits for the caller: the list of her own, in parts by urgency. */
export const readWaitingEndpoint = endpoint({
  route: readWaiting,
  load: async (ask, reader) => {
    const { town, book, today, caller } = ask
    const [near, tree, asker] = [await nearness(ask, reader), book.treeAt(today), askerOf(caller)]
    const mine = procedures(ask).map(({ ledger, procedure }) => ({
      ledger, where: both(rightsIn(ledger, ask).read, whoseMatters('mine', ledger, asker, tree), onList('open', procedure, near)),
      parts: Object.fromEntries(urgencies.map((urgency) => [urgency, ofUrgency(urgency, ledger, asker, tree, near)])) as Record<Urgency, ReturnType<typeof both>>,
    }))
    const counts = await countParts(reader, town.schema, mine)
    const groups = []
    for (const urgency of urgencies) {
      const matters = counts.get(urgency) ?? 0
      if (matters === 0) continue
      const { rows } = await listMatters(reader, town.schema, mine.map(({ ledger, where, parts }) => ({ ledger, where: both(where, parts[urgency]) })), { order: 'due', offset: 0, limit: shown })
      groups.push({ urgency, matters, rows })
    }
    const handlers = groups.flatMap(({ rows }) => rows.map(({ entry }) => lastSpan(entry).fields['handler']))
    return { groups, few: near.few, nameOf: await namesOf(reader, town.schema, handlers.map((handler) => (typeof handler === 'string' ? Number(handler) : null))) }
  },
  present: ({ groups, few, nameOf }, ask) => {
    const { book, today } = ask
    const at = { tree: book.treeAt(today), calendar: book.calendar, today, few }
    return {
      today,
      total: groups.reduce((sum, { matters }) => sum + matters, 0),
      groups: groups.map(({ urgency, matters, rows }) => ({ urgency, matters, rows: rows.flatMap(({ ledger, entry }) => (ledger.procedure === undefined ? [] : [presentMatterRow(ledger, ledger.procedure, entry, rightsIn(ledger, ask), at, nameOf)])) })),
    }
  },
})

/** The due days of a month as weeks have them, each with how it is worked. */
export const listDueDaysEndpoint = endpoint({
  route: listDueDays,
  load: async (ask, reader) => {
    const { input, town } = ask
    const month = parseMonth(input.month)
    if (month === undefined) return fieldProblem('month', 'not-month', { value: input.month })
    if (month < earliest.slice(0, 7)) return fieldProblem('month', 'below-minimum', { min: earliest.slice(0, 7) })
    if (month > latest) return fieldProblem('month', 'above-maximum', { max: latest })
    const ledgers = procedures(ask)
    if (input.ledger !== undefined && !ledgers.some(({ ledger }) => ledger.key === input.ledger)) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const near = await nearness(ask, reader)
    const due = dueAmong(ask, ledgers.filter(({ ledger }) => input.ledger === undefined || ledger.key === input.ledger), near)
    const days = monthPage(month)
    const [first, last] = [days[0] ?? firstDay(month), days[days.length - 1] ?? lastDay(month)]
    const outside = await countParts(reader, town.schema, due.map((each) => ({ ...each, parts: { before: { kind: 'compare', field: 'due', op: '<', value: first }, after: { kind: 'compare', field: 'due', op: '>', value: last } } as const })))
    return { month, days, ledgers, few: near.few, counts: await countDue(reader, town.schema, due, first, last), outside }
  },
  present: ({ month, days, ledgers, few, counts, outside }, { book, today }) => ({
    today, month,
    days: days.map((day) => {
      const matters = counts.get(day) ?? 0
      return { day, kind: dayKind(book.calendar, day), provisional: !isPublished(book.calendar, day), matters, lamp: matters === 0 ? 'none' : lampOf(day, today, book.calendar, few) }
    }),
    before: outside.get('before') ?? 0,
    after: outside.get('after') ?? 0,
    ledgers: ledgers.map(({ ledger: { key, title } }) => ({ key, title })),
  }),
})

/** Open matters with a due day among those asked for. */
const dueAmong = (ask: Ask<{ readonly whose: 'mine' | 'office' | 'all' }>, ledgers: ReturnType<typeof procedures>, near: Parameters<typeof onList>[2]) =>
  ledgers.map(({ ledger, procedure }) => ({ ledger, where: both(rightsIn(ledger, ask).read, whoseMatters(ask.input.whose, ledger, askerOf(ask.caller), ask.book.treeAt(ask.today)), onList('due', procedure, near)) }))
