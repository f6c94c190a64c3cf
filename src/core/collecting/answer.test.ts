import { expect, test } from 'vitest'
import type { Org } from '../access/org-tree.ts'
import { orgTree } from '../access/org-tree.ts'
import type { Day } from '../time/day.ts'
import { day } from '../time/day.ts'
import type { Actor, AnswerAct, Standing } from './answer.ts'
import { answerActs, answerProblem, availableOn } from './answer.ts'
import type { AnswerState } from './answer-state.ts'
import { answerStates, isLate } from './answer-state.ts'
import { answersOpen } from './own-office.ts'

const today = day('2023-07-03')
const org = (code: string, kind: Org['kind'] = 'office', more: Partial<Org> = {}): Org => ({ code, zh: code, en: code, kind, parent: code === 'town' ? null : 'town', successor: null, from: '2000-01-01' as Day, to: null, ...more })
const tree = orgTree([org('town', 'town'), org('farm'), org('order'), org('old', 'office', { to: '2023-06-01' as Day, successor: 'farm' }), org('v1', 'village', { parent: 'farm' })], today)
const who = (person: number, role: string, at: string, deputyOf: number | null = null): Actor => ({ person, posts: [{ role, org: at, deputyOf }], tree })
const [line, head, office, leader, auditor] = [who(1, 'line', 'farm'), who(2, 'head', 'farm'), who(3, 'office', 'town'), who(4, 'leader', 'town'), who(5, 'auditor', 'town')]
const answer = (state: AnswerState, more: Partial<Standing> = {}): Standing => ({ state, org: 'farm', due: today, writer: 1, reminded: null, collecting: true, open: true, placed: true, ...more })
const code = (act: AnswerAct, at: Standing, by: Actor): string | undefined => answerProblem(act, at, by, today)?.code
const open = (at: Standing, by: Actor): readonly string[] => answerActs.filter((act) => availableOn(at, by, today)[act])

test('each may take just the steps that are hers', () => {
  const table = Object.fromEntries(answerStates.map((state) => [state, [line, head, office, leader, auditor].map((by) => open(answer(state), by).join(' '))]))
  expect(table).toEqual({
    asked: ['write', 'write', 'remind', '', ''],
    written: ['write', 'write confirm return', 'return remind', '', ''],
    confirmed: ['', 'return', 'return accept', '', ''],
    accepted: ['', '', '', '', ''],
    returned: ['write', 'write', 'remind', '', ''],
  })
})

test('another office may do nothing with it, whatever its state', () => {
  for (const state of answerStates) expect([open(answer(state), who(6, 'line', 'order')), open(answer(state), who(7, 'head', 'order')), open(answer(state), who(8, 'village', 'v1'))]).toEqual([[], [], []])
})

test('an office that took another over answers what that one was asked', () => {
  const inherited = answer('asked', { org: 'old' })
  expect([open(inherited, line), open(inherited, who(6, 'line', 'order'))]).toEqual([['write'], []])
  expect([answersOpen(line.posts, tree), answersOpen(office.posts, tree)]).toEqual([['farm', 'old'], undefined])
})

test('nobody confirms her own words, nor does a deputy in her name', () => {
  expect(code('confirm', answer('written', { writer: 2 }), head)).toBe('same-writer')
  expect(code('confirm', answer('written', { writer: 2 }), who(9, 'head', 'farm', 2))).toBe('same-writer')
  expect(code('confirm', answer('written', { writer: 1 }), who(9, 'head', 'farm', 2))).toBeUndefined()
})

test('a report that is frozen takes nothing, a call that is closed only what was confirmed', () => {
  expect(answerStates.flatMap((state) => [line, head, office].flatMap((by) => open(answer(state, { open: false }), by)))).toEqual([])
  expect(code('write', answer('asked', { open: false }), line)).toBe('report-frozen')
  expect([code('write', answer('asked', { collecting: false }), line), code('remind', answer('asked', { collecting: false }), office)]).toEqual(['call-closed', 'call-closed'])
  expect(code('accept', answer('confirmed', { collecting: false }), office)).toBeUndefined()
})

test('what was confirmed has nowhere to go once its section is gone', () => {
  expect(code('accept', answer('confirmed', { placed: false }), office)).toBe('section-gone')
  expect(code('return', answer('confirmed', { placed: false }), office)).toBeUndefined()
})

test('every step out of order says why', () => {
  const codes = (act: AnswerAct, by: Actor) => answerStates.map((state) => code(act, answer(state), by) ?? '')
  expect(codes('write', line)).toEqual(['', '', 'answer-confirmed', 'answer-accepted', ''])
  expect(codes('confirm', head)).toEqual(['answer-not-written', '', 'answer-confirmed', 'answer-accepted', 'answer-not-written'])
  expect(codes('return', office)).toEqual(['answer-not-written', '', '', 'answer-accepted', 'answer-not-written'])
  expect(codes('accept', office)).toEqual(['answer-not-confirmed', 'answer-not-confirmed', '', 'answer-accepted', 'answer-not-confirmed'])
  expect(codes('remind', office)).toEqual(['', '', 'answer-confirmed', 'answer-accepted', ''])
  expect(code('remind', answer('asked', { reminded: today }), office)).toBe('reminded-today')
})

test('late is what is still owed after the due day, and a report of nothing is not owed', () => {
  const late = (state: AnswerState, due: string) => isLate({ state, due: due as Day }, today)
  expect(answerStates.map((state) => late(state, '2023-07-02'))).toEqual([true, true, false, false, true])
  expect(answerStates.map((state) => late(state, '2023-07-03'))).toEqual([false, false, false, false, false])
})
