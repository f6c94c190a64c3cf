import { choice } from '../declare.ts'
import { common, extend, holder, holderHead, keeper, noted, set, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, proof, reason, remark, stops, without } from './plan.ts'

const difficulty = choice('difficulty', '办理难度', 'Difficulty', [['ordinary', '一般', 'ordinary'], ['hard', '涉及面广、难度大', 'wide or difficult']])
const outcome = choice('outcome', '答复类别', 'Class of answer', [['a', 'A 已解决或采纳', 'A done'], ['b', 'B 列入计划解决', 'B planned'], ['c', 'C 因条件所限暂不能解决', 'C not now'], ['d', 'D 留作参考', 'D for reference']])
const satisfied = choice('satisfied', '代表意见', "Deputy's view", [['yes', '满意', 'satisfied'], ['mostly', '基本满意', 'mostly satisfied'], ['no', '不满意', 'dissatisfied']])
const content = without(satisfied, 'no')
const replies = ['reply', 'reply-hard']

/** 代表建议: three months or six, ten days to return, two months for each co-handler, for all of whom the answer waits, one month to answer again; what was planned is followed up and answered once more. */
export const deputySuggestion: MatterPlan = {
  fields: [difficulty, later(outcome), later(satisfied)],
  procedure: {
    first: 'new',
    main: replies,
    acceptWithin: 5,
    stalledAfter: 30,
    states: [
      state('new', '待交办', 'To be assigned'), state('assigned', '待签收', 'To be signed for'), state('return-asked', '退回待审', 'Return asked', 'held'), state('handling', '办理中', 'Being handled'), state('answered', '待代表反馈', "Awaiting the deputy's view", 'held'),
      state('again', '重新办理', 'Being handled again'), state('tracking', '跟踪落实', 'Followed up'), state('closed', '办结', 'Closed', 'done'),
    ],
    steps: [
      step('assign', '交办', 'Assign', ['new'], 'assigned', [keeper], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'hold', by: 'given' }, { do: 'own', by: 'nobody' }, start('return')] }),
      step('sign', '签收', 'Sign for it', ['assigned'], 'handling', [holder], { effects: [{ do: 'own', by: 'doer' }, ...stops('return')] }),
      step('return', '退回', 'Return', ['assigned'], 'return-asked', [holder], { within: 'return', asks: [reason], weight: 'more' }),
      step('allow-return', '同意退回', 'Allow the return', ['return-asked'], 'new', [keeper], { effects: [{ do: 'hold', by: 'keeper' }, { do: 'count', what: 'returned' }, ...stops('return')] }),
      step('refuse-return', '不同意退回', 'Refuse the return', ['return-asked'], 'assigned', [keeper], { asks: [reason], weight: 'more' }),
      step('co-handle', '请会办', 'Ask a co-handler', ['handling', 'again'], undefined, [holder], { asks: [toOrg('承办单位', 'Office'), noted()], effects: [{ do: 'whistle', clock: 'co-handle' }], weight: 'more' }),
      step('co-answer', '会办意见', "Co-handler's view", ['handling', 'again'], undefined, [{ is: 'whistled' }], { asks: [noted(), proof], effects: [{ do: 'answer' }] }),
      { ...extend('prolong', '延期至六个月', 'Give up to six months', 'reply', ['handling'], [keeper], false), when: { key: 'difficulty', in: ['ordinary'] } },
      step('reply', '签发答复', 'Sign the answer', ['handling', 'again'], 'answered', [holderHead], { answers: 'all', asks: [outcome, noted(), proof], effects: [set('outcome', 'given'), ...stops(...replies, 'redo', 'co-handle')] }),
      step('content', '代表满意', 'Deputy is content', ['answered'], 'closed', [keeper], { otherThan: ['reply'], when: { key: 'outcome', in: ['a', 'c', 'd'] }, asks: [content], effects: [set('satisfied', 'given')] }),
      step('follow-up', '跟踪落实', 'Follow up', ['answered'], 'tracking', [keeper], { otherThan: ['reply'], when: { key: 'outcome', in: ['b'] }, asks: [content], effects: [set('satisfied', 'given')] }),
      step('answer-again', '落实后再次答复', 'Answer once more', ['tracking'], 'answered', [holderHead], { asks: [without(outcome, 'b'), noted(), proof], effects: [set('outcome', 'given')] }),
      step('do-again', '不满意重办', 'To be handled again', ['answered'], 'again', [keeper], { otherThan: ['reply'], asks: [reason], effects: [set('satisfied', 'value', { value: 'no' }), { do: 'count', what: 'redone' }, start('redo')], weight: 'more' }),
      ...common(['handling', 'again', 'tracking']),
    ],
    clocks: [
      limitClock('reply', '答复', 'Answer', 'RD.REPLY', { opens: true, when: { key: 'difficulty', in: ['ordinary'] } }), limitClock('reply-hard', '答复（六个月）', 'Answer (six months)', 'RD.HARD', { opens: true, when: { key: 'difficulty', in: ['hard'] } }),
      limitClock('return', '退回', 'Return', 'RD.RETURN'), limitClock('co-handle', '会办', 'Co-handler', 'RD.COHANDLE'), limitClock('redo', '重新答复', 'Answer again', 'RD.REDO'),
    ],
  },
}
