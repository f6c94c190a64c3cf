import type { ClockOut, MatterOut, MatterRow, StepOut, ActionOut } from '../api/matter.ts'
import type { LedgerRights } from '../core/access/ledger-rights.ts'
import type { OrgTree } from '../core/access/org-tree.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Field } from '../core/ledger/field.ts'
import { kindOf } from '../core/ledger/kinds/kinds.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Fields } from '../core/ledger/value.ts'
import { valueOf } from '../core/ledger/value.ts'
import { firstText } from '../core/linking/naming-fields.ts'
import type { Standpoint } from '../core/matter/available.ts'
import type { Clock } from '../core/matter/clock.ts'
import { dueOf, standingOf } from '../core/matter/clock.ts'
import { matterKeys } from '../core/matter/matter-fields.ts'
import { metresBetween } from '../core/matter/distance.ts'
import { explainClock } from '../core/matter/explain-clock.ts'
import { isStalled, lampOf } from '../core/matter/lamp.ts'
import type { Matter, Whistle } from '../core/matter/matter.ts'
import { clocksOf, takeOver } from '../core/matter/matter.ts'
import type { ClockRule, Procedure, Step } from '../core/matter/procedure.ts'
import { findStep, stateOf, statesOf } from '../core/matter/procedure-parts.ts'
import { productTitle } from '../core/matter/product-steps.ts'
import { wayAhead, wayTo } from '../core/matter/way.ts'
import type { Day } from '../core/time/day.ts'
import { daysBetween } from '../core/time/day.ts'
import { workdayAfter, workdaysBetween } from '../core/time/work-calendar.ts'
import { words } from '../core/words.ts'
import type { DueMove } from '../store/due-moves.ts'
import type { RecordedAction } from '../store/matters.ts'
import { orgName, orgRef } from './org-ref.ts'
import { presentFields } from './present-fields.ts'

type Names = (person: number) => string

/** What a matter is called in a list: the first line and the first note that is not about a person its entry began with, as the reader may see them. */
export const matterTitle = (ledger: Ledger, rights: LedgerRights, entry: Entry): string => {
  const given = { ...ledger, fields: ledger.fields.filter(({ fixed }) => fixed !== true) }
  const note = given.fields.find(({ kind, retired, personal }) => kind === 'note' && retired !== true && personal === undefined)?.key
  const fields = presentFields(ledger, rights, lastSpan(entry).fields)
  const shown = [firstText(given), note].flatMap((key) => {
    const value = key === undefined ? null : fields[key]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  const title = shown.join(' ')
  return title === '' ? `${ledger.title.zh} #${entry.id}` : [...title].length > longest ? `${[...title].slice(0, longest).join('')}…` : title
}

/** Characters of a title. */
const longest = 60

/** From where it began over where it stands to where it usually ends. */
const presentWay = (procedure: Procedure, matter: Matter, actions: readonly RecordedAction[], keeper: string): MatterOut['way'] => {
  const named = (key: string) => ({ key, title: stateOf(procedure, key)?.title ?? words(key, key) })
  const passed = wayTo(procedure, matter.opening, actions, keeper)
  return [...passed.map((key, at) => ({ ...named(key), at: at === passed.length - 1 ? ('now' as const) : ('passed' as const) })), ...wayAhead(procedure, matter).map((key) => ({ ...named(key), at: 'ahead' as const }))]
}

export const presentStep = ({ key, title, asks, weight }: Step): StepOut => ({ key, title, asks: [...(asks ?? [])], weight: weight ?? 'next' })

const presentClock = (rule: ClockRule, clock: Clock, org: string | null, { calendar, today, tree }: Standpoint): ClockOut => {
  const { legal, safe, provisional } = dueOf(clock, calendar, today)
  const at = clock.stopped ?? today
  return {
    key: rule.key, title: rule.title, org: org === null ? null : orgRef(tree, org), law: clock.limit.law, clause: clock.limit.clause ?? null, sure: clock.limit.sure,
    party: rule.party === true, standing: standingOf(clock, calendar, today), start: clock.start, legal, safe, provisional,
    left: daysBetween(at, legal), workdaysLeft: workdaysBetween(calendar, at, legal),
    pauses: Object.fromEntries((clock.limit.pauses ?? []).map(({ key, title }) => [key, title])),
    lines: explainClock(clock, calendar, today).map((line) => ({ ...line })),
  }
}

const presentWhistle = ({ org, on, answered, limit }: Whistle, { calendar, today, tree }: Standpoint): MatterOut['whistles'][number] => {
  const until = limit === undefined ? null : dueOf(limit.clock, calendar, today).legal
  const over = answered === null && limit !== undefined && limit.clock.stopped !== null
  return { org: orgRef(tree, org), on, answered, until, late: until !== null && (answered ?? limit?.clock.stopped ?? today) > until, over }
}

const presentAction = (procedure: Procedure, action: RecordedAction, place: string | null, tree: OrgTree, nameOf: Names): ActionOut => {
  const step = findStep(procedure, action.step) ?? (action.step === takeOver ? takenOverStep(procedure) : undefined)
  const { note, files, place: at, to_org: toOrg, to_person: toPerson, ...rest } = action.given
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const asked = new Map((step?.asks ?? []).map((field) => [field.key, field]))
  return {
    id: action.id, step: action.step, title: step?.title ?? productTitle(action.step) ?? words(action.step, action.step), day: action.day, recordedAt: action.recordedAt,
    by: { id: action.person, name: nameOf(action.person) }, actingFor: action.actingFor === undefined ? null : { id: action.actingFor, name: nameOf(action.actingFor) }, org: orgRef(tree, action.org),
    toOrg: text(toOrg) === null ? null : orgRef(tree, String(toOrg)), toPerson: text(toPerson) === null ? null : { id: Number(toPerson), name: nameOf(Number(toPerson)) },
    note: text(note), files: text(files), place: text(at), metres: metresBetween(place, text(at)),
    given: Object.entries(rest).flatMap(([key, value]) => {
      const field = asked.get(key)
      return field === undefined || value === null || value === undefined ? [] : [{ title: field.title, value: words(shown(field, value, 'zh', tree), shown(field, value, 'en', tree)) }]
    }),
  }
}

const shown = (field: Field, value: string | boolean, lang: 'zh' | 'en', tree: OrgTree): string => (field.kind === 'org' ? orgName(tree, String(value))[lang] : kindOf(field).format(value, field, lang))

/** A case of an older register came in as it stood there: not a step of any procedure, and told like one. */
const takenOverStep = ({ states }: Procedure): Pick<Step, 'title' | 'asks'> => ({
  title: words('旧台账接转', 'Taken over from an older register'),
  asks: [
    { key: 'state', title: words('当时状态', 'Where it stood'), kind: 'choice', choices: states.map(({ key, title }) => ({ key, title })) },
    { key: 'due', title: words('期限', 'Due'), kind: 'day' },
  ],
})

/** What is shown of a matter beside its entry: one page of a case. */
export type SeenMatter = { readonly ledger: Ledger; readonly entry: Entry; readonly rights: LedgerRights; readonly procedure: Procedure; readonly matter: Matter; readonly actions: readonly RecordedAction[]; readonly steps: readonly Step[]; readonly waiting: readonly Step[]; readonly moves: readonly DueMove[]; readonly at: Standpoint }

export const presentMatter = ({ ledger, entry, rights, procedure, matter, actions, steps, waiting, moves, at }: SeenMatter, nameOf: Names): MatterOut => {
  const { tree, today, calendar } = at
  const { fields } = lastSpan(entry)
  const state = stateOf(procedure, matter.state) ?? procedure.states[0]
  const place = valueOf(fields, 'position')
  const person = (id: number | null) => (id === null || id === 0 ? null : { id, name: nameOf(id) })
  return {
    ledger: ledger.key, ledgerTitle: ledger.title, entry: entry.id, version: entry.version, void: entry.void, title: matterTitle(ledger, rights, entry), day: matter.opening.day,
    state: { key: matter.state, title: state?.title ?? words(matter.state, matter.state), kind: state?.kind ?? 'open' },
    way: presentWay(procedure, matter, actions, at.keeper),
    holder: orgRef(tree, matter.holder), owner: person(matter.owner), first: orgRef(tree, matter.opening.first), raiser: person(matter.opening.raiser),
    asked: matter.asked === null ? null : { org: orgRef(tree, matter.asked.org), on: matter.asked.on, until: procedure.acceptWithin === undefined ? null : workdayAfter(calendar, matter.asked.on, procedure.acceptWithin) },
    whistles: matter.whistles.map((each) => presentWhistle(each, at)),
    listed: matter.listed, counts: { ...matter.counts }, merged: matter.merged, settled: matter.settled, stalled: isStalled(matter.last, matter.settled, procedure.stalledAfter, today), last: matter.last,
    clocks: procedure.clocks.flatMap((rule) => clocksOf(matter).flatMap((each) => (each.rule === rule.key ? [presentClock(rule, each.clock, each.org, at)] : []))),
    moves: moves.map(({ number, recordedAt, reason, before, after }) => ({ number, recordedAt, reason, was: dayIn(before, 'due'), is: dayIn(after, 'due') })).filter(({ was, is }) => was !== is),
    actions: actions.map((action) => presentAction(procedure, action, typeof place === 'string' ? place : null, tree, nameOf)),
    steps: entry.void ? [] : steps.map(presentStep),
    waits: entry.void ? [] : waiting.map(({ title }) => title),
    about: ledger.fields.filter((field) => field.retired !== true && field.key !== ledger.dateField && !matterKeys.includes(field.key) && valueOf(fields, field.key) !== null),
    fields: presentFields(ledger, rights, fields),
    can: { correct: !entry.void && rights.writes(fields) },
  }
}

/** Who handles a matter, by number, from its entry alone. */
export const handlerOf = (entry: Entry): number | null => {
  const handler = valueOf(lastSpan(entry).fields, 'handler')
  return typeof handler === 'string' ? Number(handler) : null
}

const dayIn = (fields: Fields, key: string): string | null => {
  const value = valueOf(fields, key)
  return typeof value === 'string' ? value : null
}

/** A matter as a line of a list, from its entry alone. */
export const presentMatterRow = (ledger: Ledger, procedure: Procedure, entry: Entry, rights: LedgerRights, at: Omit<Standpoint, 'keeper' | 'org'> & { readonly few: number }, nameOf: Names): MatterRow => {
  const { tree, today, calendar, few } = at
  const { fields } = lastSpan(entry)
  const text = (key: string): string | null => {
    const value = valueOf(fields, key)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const orgOf = (key: string) => (text(key) === null ? null : orgRef(tree, String(text(key))))
  const due = text('due') as Day | null
  const settled = text('settled') as Day | null
  const state = text('state') ?? procedure.first
  const handler = handlerOf(entry)
  const clock = procedure.clocks.find((rule) => rule.key === text('due_clock'))
  return {
    ledger: ledger.key, ledgerTitle: ledger.title, entry: entry.id, title: matterTitle(ledger, rights, entry), day: text(ledger.dateField ?? '') ?? '',
    state: { key: state, title: statesOf(ledger).find(({ key }) => key === state)?.title ?? words(state, state) },
    holder: orgOf('holder'), owner: handler === null ? null : { id: handler, name: nameOf(handler) }, asked: orgOf('asked'), org: orgRef(tree, text(ledger.orgField) ?? ''),
    due, safe: text('safe_due'), clock: clock?.title ?? null, provisional: fields['provisional'] === true, paused: fields['paused'] === true,
    lamp: settled === null ? lampOf(due, today, calendar, few) : 'none', left: due === null ? null : daysBetween(today, due),
    listed: fields['listed'] === true, stalled: isStalled(text('stepped') as Day | null, settled, procedure.stalledAfter, today), stepped: text('stepped'), settled, onTime: typeof fields['on_time'] === 'boolean' ? fields['on_time'] : null,
  }
}
