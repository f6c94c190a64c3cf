import { choice, dayField } from '../declare.ts'
import { common, dayGiven, holder, keeper, leader, noted, set, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, ofKind, proof, reason, remark, stops, without } from './plan.ts'

const kind = choice('kind', '审理程序', 'Procedure', [['ordinary', '普通程序', 'ordinary'], ['simple', '简易程序', 'simple']])
const result = choice('result', '复议结果', 'Result', [['upheld', '维持', 'upheld'], ['changed', '变更', 'changed'], ['annulled', '撤销', 'annulled'], ['unlawful', '确认违法', 'found unlawful'], ['duty', '责令履行', 'ordered to act'], ['withdrawn', '终止', 'ended']])
const against = without(result, 'upheld', 'withdrawn')
const decidedOn = dayGiven('decided', '复议决定日期', 'Decided on')
const answers = ['answer', 'answer-simple']

/** 行政复议答复: the town as respondent. The office whose act it was drafts, a leader who did not draft signs, and what is annulled is put right and reported. */
export const reviewAnswer: MatterPlan = {
  fields: [kind, later(result), later(dayField('decided', '复议决定日期', 'Decided on'))],
  procedure: {
    first: 'received',
    main: answers,
    acceptWithin: 1,
    stalledAfter: 5,
    states: [
      state('received', '待交办', 'To be assigned'), state('preparing', '起草答复', 'Being drafted'), state('signing', '待审签', 'To be signed', 'held'), state('answered', '已答复待决定', 'Answered', 'held'),
      state('correcting', '纠正中', 'Being put right'), state('closed', '办结', 'Closed', 'done'), state('withdrawn', '复议终止', 'Review ended', 'ended'),
    ],
    steps: [
      step('assign', '交办', 'Assign', ['received'], 'preparing', [keeper], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'hold', by: 'given' }] }),
      step('submit', '提交答复和证据', 'Hand in the answer', ['preparing'], 'signing', [holder], { asks: [noted(), proof], effects: [{ do: 'own', by: 'doer' }] }),
      step('sign', '审签报送', 'Sign and send', ['signing'], 'answered', [leader], { otherThan: ['submit'], asks: [remark], effects: stops(...answers) }),
      step('send-back', '退回修改', 'Send back', ['signing'], 'preparing', [leader, keeper], { otherThan: ['submit'], asks: [reason], effects: [{ do: 'count', what: 'redone' }], weight: 'more' }),
      step('uphold', '复议维持', 'Upheld', ['answered'], 'closed', [keeper], { asks: [decidedOn, proof], effects: [set('result', 'value', { value: 'upheld' }), set('decided', 'given')] }),
      step('overturn', '复议纠错', 'Overturned', ['answered'], 'correcting', [keeper], { asks: [against, decidedOn, proof], effects: [set('result', 'given'), set('decided', 'given'), start('correct')], weight: 'more' }),
      step('correct-it', '报告纠正情况', 'Report what was put right', ['correcting'], 'closed', [holder], { asks: [noted(), proof], effects: stops('correct') }),
      step('withdraw', '复议终止', 'Review ended', ['received', 'preparing', 'signing', 'answered'], 'withdrawn', [keeper], { asks: [reason], effects: [set('result', 'value', { value: 'withdrawn' }), ...stops(...answers)], weight: 'more' }),
      ...common(['preparing', 'correcting']),
    ],
    clocks: [
      limitClock('answer', '答复举证', 'Answer with evidence', 'FY.TOWN_ANSWER', { opens: true, when: ofKind('ordinary') }),
      limitClock('answer-simple', '答复举证（简易程序）', 'Answer with evidence (simple procedure)', 'FY.TOWN_ANSWER_SIMPLE', { opens: true, when: ofKind('simple') }),
      limitClock('correct', '报告纠正情况', 'Report what was put right', 'FY.CORRECTED'),
    ],
  },
}
