import { expect, test } from 'vitest'
import { orgTree } from '../access/org-tree.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { isRefusal } from '../refusal/refusal.ts'
import { toldOfReminder } from '../notice/told.ts'
import { day } from '../time/day.ts'
import { workCalendar } from '../time/work-calendar.ts'
import { words } from '../words.ts'
import { available, heldBack } from './available.ts'
import type { Limit } from './limit.ts'
import { matterColumns, matterFields } from './matter-fields.ts'
import type { Matter } from './matter.ts'
import { clocksOf, openMatter } from './matter.ts'
import type { Procedure, Step } from './procedure.ts'
import { procedureProblems } from './procedure-problem.ts'
import { productSteps } from './product-steps.ts'
import { afterAction } from './matter.ts'
import { remindersCome } from './reminder.ts'
import { takeStep } from './take-step.ts'

/** A question that several offices answer: each has ten days from the day it was called, and who holds it replies when all have, or their time is over. */
const limit = (key: string, value: number): readonly Limit[] => [{ key, title: words(key, key), law: words('规则', 'Rules'), value, unit: 'calendar', bound: 'most', validFrom: '2010-01-01', sure: 'setting' }]
const say = (key: string, kind: 'note' | 'day' | 'org') => ({ key, title: words(key, key), kind, required: true }) as const
const step = (key: string, more: Partial<Step> = {}): Step => ({ key, title: words(key, key), from: ['open'], who: [{ is: 'holder' }], ...more })
const call = step('call', { asks: [say('to_org', 'org')], effects: [{ do: 'whistle', clock: 'view' }] })
const reply = step('reply', { to: 'over', answers: 'all', effects: [{ do: 'stop', clock: 'reply' }, { do: 'stop', clock: 'view' }] })
const procedure: Procedure = {
  states: [{ key: 'open', title: words('办理', 'Open'), kind: 'open' }, { key: 'over', title: words('办结', 'Over'), kind: 'done' }],
  first: 'open',
  main: ['reply'],
  clocks: [{ key: 'reply', title: words('答复', 'Reply'), limits: limit('CX.REPLY', 30), opens: true }, { key: 'view', title: words('会办', 'View'), limits: limit('CX.VIEW', 10) }],
  steps: [
    call, reply,
    step('help', { asks: [say('to_org', 'org')], effects: [{ do: 'whistle' }] }),
    step('answer', { who: [{ is: 'whistled' }], effects: [{ do: 'answer' }] }),
    step('reply-alone', { to: 'over', effects: [{ do: 'stop', clock: 'reply' }, { do: 'stop', clock: 'view' }] }),
  ],
}
const ledgerOf = (of: Procedure): Ledger => ({ key: 'question', title: words('询问', 'Questions'), shape: 'event', line: 'test', owner: 'a', orgField: 'org', dateField: 'day', procedure: of, fields: [say('org', 'org'), say('day', 'day'), ...matterFields(of)] })

const org = (code: string, parent: string | null) => ({ code, zh: `${code}办`, en: code, kind: parent === null ? 'town' : 'office', parent, successor: null, from: day('2020-01-01'), to: null }) as const
const tree = orgTree([org('town', null), org('a', 'town'), org('b', 'town'), org('c', 'town')], day('2023-07-03'))
const calendar = workCalendar('t', [{ year: 2023, off: [], work: [] }])
const at = (today: string) => ({ keeper: 'a', org: 'a', tree, calendar, today: day(today) })
const person = (of: string) => ({ id: of.charCodeAt(0), posts: [{ role: 'line', org: of }] })
const begun = openMatter(procedure, { day: day('2023-07-03'), raiser: 97, first: 'a', fields: { org: 'a', day: '2023-07-03' } })
const take = (matter: Matter, key: string, today: string, by = 'a', given: Readonly<Record<string, string>> = {}) => takeStep(ledgerOf(procedure), procedure, matter, { step: key, given }, person(by), at(today))
const after = (matter: Matter, key: string, today: string, by = 'a', given: Readonly<Record<string, string>> = {}): Matter => {
  const taken = take(matter, key, today, by, given)
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  return taken.after
}
const called = after(after(begun, 'call', '2023-07-04', 'a', { to_org: 'b' }), 'call', '2023-07-06', 'a', { to_org: 'c' })
const offered = (matter: Matter, today: string) => available(procedure, matter, person('a'), at(today)).map(({ key }) => key)
const stands = ({ whistles }: Matter) => whistles.map((each) => [each.org, each.on, each.answered, each.limit?.clock.start, each.limit?.clock.stopped])

test('each org called has its own limit from its own day, and the one nearest its end is what the matter is due by', () => {
  expect(stands(called)).toEqual([['b', '2023-07-04', null, '2023-07-04', null], ['c', '2023-07-06', null, '2023-07-06', null]])
  expect(clocksOf(called).map(({ rule, org: whose }) => [rule, whose])).toEqual([['reply', null], ['view', 'b'], ['view', 'c']])
  expect(matterColumns(procedure, called, calendar)).toMatchObject({ due: '2023-07-14', due_clock: 'view', called: '|b|c|' })
  expect(matterColumns(procedure, after(called, 'answer', '2023-07-07', 'b'), calendar)).toMatchObject({ due: '2023-07-17', due_clock: 'view', called: '|c|' })
})

test('one answer ends its own limit and no other, and all of them let the reply go', () => {
  const one = after(called, 'answer', '2023-07-07', 'b')
  expect(stands(one)).toEqual([['b', '2023-07-04', '2023-07-07', '2023-07-04', '2023-07-07'], ['c', '2023-07-06', null, '2023-07-06', null]])
  expect(take(one, 'reply', '2023-07-08')).toMatchObject({ code: 'matter-answers-open', details: { orgs: 'c办', until: '2023-07-17' } })
  expect([offered(one, '2023-07-08'), heldBack(procedure, one, person('a'), at('2023-07-08')).map(({ key }) => key)]).toEqual([['call', 'help', 'reply-alone'], ['reply']])
  expect([heldBack(procedure, one, person('b'), at('2023-07-08')), offered(after(one, 'answer', '2023-07-08', 'c'), '2023-07-08').includes('reply')]).toEqual([[], true])
})

test('who does not answer in time is waited for no longer, and the reply ends what is still open', () => {
  expect(take(called, 'reply', '2023-07-17')).toMatchObject({ code: 'matter-answers-open', details: { orgs: 'c办', until: '2023-07-17' } })
  const replied = after(called, 'reply', '2023-07-18')
  expect(stands(replied).map(([, , answered, , stopped]) => [answered, stopped])).toEqual([[null, '2023-07-18'], [null, '2023-07-18']])
  expect(matterColumns(procedure, replied, calendar)).toMatchObject({ due: null, settled: '2023-07-18', on_time: true })
})

test('a reply that need not wait does not, and a call for help without a limit holds nobody up', () => {
  expect(isRefusal(take(called, 'reply-alone', '2023-07-07'))).toBe(false)
  expect(isRefusal(take(after(begun, 'help', '2023-07-04', 'a', { to_org: 'b' }), 'reply', '2023-07-05'))).toBe(false)
})

test('an org is not called again while its time runs; after it has answered it may be, with a new limit', () => {
  expect(take(called, 'call', '2023-07-07', 'a', { to_org: 'b' })).toMatchObject({ code: 'bad-input', fields: [{ field: 'to_org', code: 'matter-called-already' }] })
  const again = after(after(called, 'answer', '2023-07-07', 'b'), 'call', '2023-07-10', 'a', { to_org: 'b' })
  expect(stands(again).at(-1)).toEqual(['b', '2023-07-10', null, '2023-07-10', null])
})

test('merged, the matter asks nobody any more', () => {
  const merged = afterAction(procedure, called, { step: productSteps.merge, day: day('2023-07-08'), person: 97, org: 'a', given: {} }, 'a')
  expect(clocksOf(merged).map(({ clock }) => clock.stopped)).toEqual(['2023-07-08', '2023-07-08', '2023-07-08'])
})

test('each is reminded of its own limit, under a name of its own, and its own people are told', () => {
  const come = remindersCome(procedure, called, calendar, day('2023-07-11'))
  expect(come.map(({ clock, org: whose, term, mark }) => [clock, whose, term, mark])).toEqual([['view', 'b', '2023-07-04+0@b', '50'], ['view', 'c', '2023-07-06+0@c', '50']])
  const seats = ['a', 'b', 'c'].map((code) => ({ person: code.charCodeAt(0), role: 'line', org: code, deputyOf: null }))
  expect(come.map(({ org: whose, to }) => toldOfReminder(to, { owner: null, holder: whose ?? 'a' }, seats, tree))).toEqual([[98], [99]])
  expect(remindersCome(procedure, after(called, 'answer', '2023-07-07', 'b'), calendar, day('2023-07-11')).map(({ org: whose }) => whose)).toEqual(['c'])
})

test('a procedure may not use such a clock as though it were the matter’s', () => {
  const problems = (change: Partial<Procedure>): readonly string[] => {
    const changed = { ...procedure, ...change }
    return procedureProblems(changed, ledgerOf(changed)).map(({ said }) => said.en)
  }
  const own = ["view is each called org's own: it runs from the day of the call, and is only stopped"]
  expect(problems({})).toEqual([])
  expect(problems({ steps: [...procedure.steps, step('begin', { effects: [{ do: 'start', clock: 'view' }] })] })).toEqual(own)
  expect(problems({ steps: [...procedure.steps, step('late', { within: 'view' })] })).toEqual(own)
  expect(problems({ clocks: procedure.clocks.map((rule) => ({ ...rule, opens: true })) })).toEqual(own)
  expect(problems({ main: ['view'] })).toEqual(own)
  expect(problems({ steps: procedure.steps.map((each) => (each.key === 'call' ? { ...call, effects: [{ do: 'whistle', clock: 'gone' }] } : each)) })).toContain('gone is no clock')
  expect(problems({ steps: [reply, ...procedure.steps.filter(({ key }) => key !== 'call' && key !== 'reply')] })).toEqual(['waits for all answers, and no org is called under a limit'])
})
