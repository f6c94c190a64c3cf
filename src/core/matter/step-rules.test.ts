import { expect, test } from 'vitest'
import { orgTree } from '../access/org-tree.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { isRefusal } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import { day } from '../time/day.ts'
import { workCalendar } from '../time/work-calendar.ts'
import { words } from '../words.ts'
import { available } from './available.ts'
import type { Limit } from './limit.ts'
import { matterFields } from './matter-fields.ts'
import type { Matter } from './matter.ts'
import { openMatter } from './matter.ts'
import type { Procedure } from './procedure.ts'
import { procedureProblem } from './procedure-problem.ts'
import { takeStep } from './take-step.ts'

/** A permit card: opened at most three days before the work, asked for more time a day before the limit, its notice shortened with a reason, handed over and declined. */
const limit = (key: string, value: number, bound: Limit['bound'], more: Partial<Limit> = {}): readonly Limit[] => [{ key, title: words(key, key), law: words('规则', 'Rules'), value, unit: 'calendar', bound, validFrom: '2010-01-01', sure: 'setting', ...more }]
const say = (key: string, kind: 'note' | 'day' | 'integer' | 'org') => ({ key, title: words(key, key), kind, required: true }) as const
const procedure: Procedure = {
  states: [{ key: 'begun', title: words('已受理', 'Begun'), kind: 'open' }, { key: 'over', title: words('办结', 'Over'), kind: 'done' }],
  first: 'begun',
  clocks: [
    { key: 'handle', title: words('办理', 'Handling'), limits: limit('ZY.HANDLE', 20, 'most', { extension: { value: 10, approver: 'head', notice: false } }), opens: true },
    { key: 'comment', title: words('公示', 'Notice'), limits: limit('ZY.COMMENT', 10, 'least', { shortening: { least: 3, approver: 'leader' } }), opens: true },
    { key: 'window', title: words('开票', 'Card'), limits: limit('ZY.WINDOW', 3, 'before') },
  ],
  steps: [
    { key: 'plan', title: words('定作业日', 'Name the day'), from: ['begun'], who: [{ is: 'holder' }], asks: [say('work', 'day')], effects: [{ do: 'start', clock: 'window', day: 'work' }] },
    { key: 'card', title: words('开票', 'Open the card'), from: ['begun'], who: [{ is: 'holder' }], after: 'window' },
    { key: 'more', title: words('延期', 'More time'), from: ['begun'], who: [{ is: 'holder' }], ahead: { clocks: ['handle'], value: 1, unit: 'calendar' }, asks: [say('more', 'integer'), say('note', 'note')], effects: [{ do: 'extend', clock: 'handle' }] },
    { key: 'hurry', title: words('缩短公示', 'Shorten the notice'), from: ['begun'], who: [{ is: 'holder' }], asks: [say('less', 'integer'), say('note', 'note')], effects: [{ do: 'shorten', clock: 'comment' }] },
    { key: 'ask', title: words('移交', 'Hand over'), from: ['begun'], who: [{ is: 'holder' }], asks: [say('to_org', 'org')], effects: [{ do: 'ask' }] },
    { key: 'accept', title: words('接收', 'Accept'), from: ['begun'], who: [{ is: 'asked' }], effects: [{ do: 'hold', by: 'asked' }] },
    { key: 'decline', title: words('不接收', 'Decline'), from: ['begun'], who: [{ is: 'asked' }], effects: [{ do: 'hold', by: 'holder' }] },
    { key: 'settle', title: words('办结', 'Settle'), from: ['begun'], to: 'over', who: [{ is: 'holder' }], after: 'comment', effects: [{ do: 'stop', clock: 'handle' }, { do: 'stop', clock: 'comment' }] },
  ],
}
const ledger: Ledger = {
  key: 'card', title: words('作业票', 'Cards'), shape: 'event', line: 'test', owner: 'a', orgField: 'org', dateField: 'day', procedure,
  fields: [{ ...say('org', 'org') }, { ...say('day', 'day') }, ...matterFields(procedure)],
}

const org = (code: string, parent: string | null) => ({ code, zh: code, en: code, kind: parent === null ? 'town' : 'office', parent, successor: null, from: day('2020-01-01'), to: null }) as const
const tree = orgTree([org('town', null), org('a', 'town'), org('b', 'town'), org('c', 'town')], day('2023-07-03'))
const calendar = workCalendar('t', [])
const at = (today: string) => ({ keeper: 'a', org: 'a', tree, calendar, today: day(today) })
const person = (of: string) => ({ id: of.charCodeAt(0), posts: [{ role: 'line', org: of }] })
const begun = openMatter(procedure, { day: day('2023-07-03'), raiser: 1, first: 'a', fields: { org: 'a', day: '2023-07-03' } })
const offered = (matter: Matter, today: string, by = 'a') => available(procedure, matter, person(by), at(today)).map(({ key }) => key)
const take = (matter: Matter, step: string, today: string, given: Readonly<Record<string, string>> = {}, by = 'a') => takeStep(ledger, procedure, matter, { step, given, day: today as Day }, person(by), at(today))
const after = (matter: Matter, step: string, today: string, given: Readonly<Record<string, string>> = {}, by = 'a'): Matter => {
  const taken = take(matter, step, today, given, by)
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  return taken.after
}

test('the procedure can be applied', () => expect(procedureProblem(procedure, ledger)).toBeUndefined())

test('a window before an event opens so many days before it, not earlier', () => {
  const planned = after(begun, 'plan', '2023-07-04', { work: '2023-07-20' })
  expect([offered(begun, '2023-07-17').includes('card'), offered(planned, '2023-07-16').includes('card'), offered(planned, '2023-07-17').includes('card')]).toEqual([false, false, true])
})

test('more time is asked for a day before the last, not on it', () => {
  expect([offered(begun, '2023-07-23').includes('more'), offered(begun, '2023-07-24').includes('more')]).toEqual([true, false])
  expect(take(begun, 'more', '2023-07-24', { more: '5', note: '复杂' })).toMatchObject({ code: 'clock-overdue', details: { due: '2023-07-23' } })
})

test('a minimum that was shortened lets the next step come earlier, within what it may be', () => {
  expect(offered(begun, '2023-07-09')).not.toContain('settle')
  expect(offered(after(begun, 'hurry', '2023-07-04', { less: '5', note: '汛期将至' }), '2023-07-09')).toContain('settle')
  expect(take(begun, 'hurry', '2023-07-04', { less: '2', note: '急' })).toMatchObject({ code: 'clock-shortened-too-far' })
})

test('who declines leaves it where it is, even where another had it first', () => {
  const held = after(after(begun, 'ask', '2023-07-04', { to_org: 'b' }), 'accept', '2023-07-04', {}, 'b')
  const declined = after(after(held, 'ask', '2023-07-05', { to_org: 'c' }, 'b'), 'decline', '2023-07-05', {}, 'c')
  expect([declined.holder, declined.asked]).toEqual(['b', null])
})
