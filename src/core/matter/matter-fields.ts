import type { Field } from '../ledger/field.ts'
import type { Fields } from '../ledger/value.ts'
import type { Day } from '../time/day.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { words } from '../words.ts'
import type { Clock, Due } from './clock.ts'
import { dueOf, pausedSince, standingOf } from './clock.ts'
import type { Matter } from './matter.ts'
import { clocksOf } from './matter.ts'
import type { Procedure } from './procedure.ts'

/**
 * The columns a matter's entry has beside its own: where it stands, written by the fold of its actions and by nothing else (BOOK §1). So grid,
 * filters, exports and measures see a case like any other row.
 */
export const matterFields = (procedure: Pick<Procedure, 'states' | 'clocks'>): readonly Field[] => [
  { key: 'state', title: words('状态', 'State'), kind: 'choice', choices: procedure.states.map(({ key, title }) => ({ key, title })), fixed: true },
  { key: 'holder', title: words('承办单位', 'Held by'), kind: 'org', fixed: true },
  { key: 'handler', title: words('承办人', 'Handled by'), kind: 'reference', ledger: 'person', fixed: true },
  { key: 'asked', title: words('待接收单位', 'Asked to take it'), kind: 'org', fixed: true },
  { key: 'due', title: words('期限', 'Due'), kind: 'day', fixed: true },
  { key: 'safe_due', title: words('宜办日', 'Due on a working day'), kind: 'day', fixed: true },
  { key: 'due_clock', title: words('时限', 'Time limit'), kind: 'text', fixed: true },
  { key: 'provisional', title: words('期限暂定', 'Provisional'), kind: 'flag', fixed: true },
  { key: 'paused', title: words('中止计时', 'Standing still'), kind: 'flag', fixed: true },
  { key: 'called', title: words('待报到单位', 'Called for help'), kind: 'text', fixed: true },
  { key: 'listed', title: words('挂牌', 'Listed'), kind: 'flag', fixed: true },
  { key: 'raised', title: words('提级次数', 'Times raised'), kind: 'integer', min: '0', fixed: true },
  { key: 'nudged', title: words('催办次数', 'Times nudged'), kind: 'integer', min: '0', fixed: true },
  { key: 'returned', title: words('退回次数', 'Times returned'), kind: 'integer', min: '0', fixed: true },
  { key: 'redone', title: words('重办次数', 'Times done again'), kind: 'integer', min: '0', fixed: true },
  { key: 'recurred', title: words('复发次数', 'Times it came back'), kind: 'integer', min: '0', fixed: true },
  { key: 'merged', title: words('已并入他件', 'Merged into another'), kind: 'flag', fixed: true },
  { key: 'settled', title: words('办结日', 'Settled'), kind: 'day', fixed: true },
  { key: 'on_time', title: words('按期办结', 'On time'), kind: 'flag', fixed: true },
  { key: 'stepped', title: words('最近办理日', 'Last step'), kind: 'day', fixed: true },
  { key: 'steps', title: words('办理步数', 'Steps'), kind: 'integer', min: '0', fixed: true },
  { key: 'first_org', title: words('首问单位', 'First asked'), kind: 'org', fixed: true },
  { key: 'raiser', title: words('登记人', 'Brought in by'), kind: 'reference', ledger: 'person', fixed: true },
]

/** Keys of those columns: no field of a ledger with a procedure may take one. */
export const matterKeys: readonly string[] = matterFields({ states: [], clocks: [] }).map((field) => field.key)

/** What the columns say of a matter, by a calendar; while a clock stands still it has no due day. */
export const matterColumns = (procedure: Procedure, matter: Matter, calendar: WorkCalendar): Fields => {
  const next = nextDue(procedure, matter, calendar)
  const main = procedure.main?.map((key) => matter.clocks.get(key)).find((clock) => clock !== undefined)
  const count = (value: number): string | null => (value === 0 ? null : String(value))
  return {
    ...matter.written,
    state: matter.state,
    holder: matter.holder,
    handler: matter.owner === null ? null : String(matter.owner),
    asked: matter.asked?.org ?? null,
    due: next?.due.legal ?? null,
    safe_due: next?.due.safe ?? null,
    due_clock: next?.clock ?? null,
    provisional: next?.due.provisional === true ? true : null,
    paused: [...matter.clocks.values()].some((clock) => clock.stopped === null && pausedSince(clock) !== null) ? true : null,
    called: calledText(matter),
    listed: matter.listed ? true : null,
    raised: count(matter.counts.raised),
    nudged: count(matter.counts.nudged),
    returned: count(matter.counts.returned),
    redone: count(matter.counts.redone),
    recurred: count(matter.counts.recurred),
    merged: matter.merged ? true : null,
    settled: matter.settled,
    on_time: matter.settled === null || matter.merged || main === undefined ? null : main.stopped !== null && standingOf(main, calendar, main.stopped) === 'in-time',
    stepped: matter.last,
    steps: String(matter.steps),
    first_org: matter.opening.first,
    raiser: matter.opening.raiser === 0 ? null : String(matter.opening.raiser),
  }
}

/** The orgs called that have not answered, each between bars, so that one can be asked for by its code. */
const calledText = ({ whistles }: Matter): string | null => {
  const open = [...new Set(whistles.flatMap(({ org, answered }) => (answered === null ? [org] : [])))]
  return open.length === 0 ? null : `|${open.join('|')}|`
}

/** The clock that runs out first of those that run and bind the office or one that was called, and when; undefined where none does. */
const nextDue = (procedure: Pick<Procedure, 'clocks'>, matter: Pick<Matter, 'clocks' | 'whistles'>, calendar: WorkCalendar): { readonly clock: string; readonly due: Due } | undefined => {
  let next: { readonly clock: string; readonly due: Due } | undefined
  for (const { rule: key, clock } of clocksOf(matter)) {
    if (!isRunning(clock) || procedure.clocks.find((rule) => rule.key === key)?.party === true) continue
    const due = dueOf(clock, calendar, clock.start as Day)
    if (next === undefined || due.legal < next.due.legal) next = { clock: key, due }
  }
  return next
}

/** A maximum that is under way and does not stand still: what someone can miss. */
export const isRunning = (clock: Clock): boolean => clock.stopped === null && pausedSince(clock) === null && clock.limit.bound !== 'least'
