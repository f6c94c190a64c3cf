import { choice, text } from '../declare.ts'
import { common, holder, keeper, keeperHead, noted, set, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { aheadOf, extendByKind, later, limitClock, ofKind, proof, reason, remark, stops, without } from './plan.ts'

const kind = choice('kind', '类别', 'Kind', [['consult', '咨询', 'question'], ['help', '求助', 'call for help'], ['complain', '投诉举报', 'complaint']])
const result = choice('result', '办理结果', 'Result', [['solved', '解决', 'solved'], ['partly', '部分解决', 'partly solved'], ['explained', '解释说明', 'explained'], ['unreasonable', '诉求不合理', 'unreasonable'], ['unreachable', '无法联系', 'out of reach']])
const satisfied = choice('satisfied', '满意度', 'Satisfaction', [['yes', '满意', 'satisfied'], ['mostly', '基本满意', 'mostly satisfied'], ['none', '未评价', 'not rated'], ['no', '不满意', 'dissatisfied']])
const said = without(satisfied, 'no')
const same = text('same_as', '并入的工单', 'Order it is joined to', { required: true })

const handling = ['consult', 'help', 'complain']

/** 12345 工单: the command room sends it out, the office that signs owns it, and who replied is not who calls back. The three limits by kind are settings. */
export const hotlineOrder: MatterPlan = {
  fields: [kind, later(result), later(satisfied), later(same)],
  procedure: {
    first: 'new',
    main: handling,
    acceptWithin: 1,
    stalledAfter: 5,
    states: [
      state('new', '待派单', 'To be sent out'), state('sent', '待签收', 'To be signed for'), state('return-asked', '退单待审', 'Return asked', 'held'), state('signed', '待联系', 'To be contacted'), state('handling', '办理中', 'Being handled'),
      state('replied', '待回访', 'To be called back', 'held'), state('closed', '办结', 'Closed', 'done'), state('merged', '并单', 'Joined', 'ended'),
    ],
    steps: [
      step('send', '派单', 'Send out', ['new'], 'sent', [keeper], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'hold', by: 'given' }, { do: 'own', by: 'nobody' }, start('sign'), start('return'), start('contact')] }),
      step('sign', '签收', 'Sign for', ['sent'], 'signed', [holder], { effects: [{ do: 'own', by: 'doer' }, ...stops('sign', 'return')] }),
      step('return', '退单', 'Return', ['sent'], 'return-asked', [holder], { within: 'return', asks: [reason], effects: stops('sign'), weight: 'more' }),
      step('allow-return', '同意退单', 'Allow the return', ['return-asked'], 'new', [keeper], { effects: [{ do: 'hold', by: 'keeper' }, { do: 'count', what: 'returned' }, ...stops('return', 'contact')] }),
      step('refuse-return', '不同意退单', 'Refuse the return', ['return-asked'], 'sent', [keeper], { asks: [reason], effects: [start('sign')], weight: 'more' }),
      step('contact', '首次联系', 'First contact', ['signed'], 'handling', [holder], { asks: [noted()], effects: stops('contact') }),
      { ...extendByKind(handling, ['handling'], [keeperHead]), ...aheadOf('RX.ASK_MORE', handling) },
      step('reply', '答复', 'Reply', ['handling'], 'replied', [holder], { asks: [result, noted(), proof], effects: [set('result', 'given'), ...stops(...handling, 'redo'), start('callback')] }),
      step('call-back', '回访办结', 'Call back and close', ['replied'], 'closed', [keeper], { otherThan: ['reply'], asks: [said, remark], effects: [set('satisfied', 'given'), ...stops('callback')] }),
      step('do-again', '不满意重办', 'To be done again', ['replied'], 'handling', [keeper], { otherThan: ['reply'], asks: [reason], effects: [set('satisfied', 'value', { value: 'no' }), { do: 'count', what: 'redone' }, ...stops('callback'), start('redo')], weight: 'more' }),
      step('join', '并单', 'Join to another', ['new', 'sent'], 'merged', [keeper], { asks: [same, remark], effects: [set('same_as', 'given'), { do: 'hold', by: 'keeper' }, ...stops(...handling, 'sign', 'return', 'contact')], weight: 'more' }),
      ...common(['signed', 'handling']),
    ],
    clocks: [
      limitClock('sign', '签收', 'Sign for', 'RX.SIGN'), limitClock('return', '退单', 'Return', 'RX.RETURN'), limitClock('contact', '首次联系', 'First contact', 'RX.CONTACT'),
      limitClock('consult', '办理咨询', 'Settle a question', 'RX.CONSULT', { opens: true, when: ofKind('consult') }),
      limitClock('help', '办理求助', 'Settle a call for help', 'RX.HELP', { opens: true, when: ofKind('help') }),
      limitClock('complain', '办理投诉', 'Settle a complaint', 'RX.COMPLAIN', { opens: true, when: ofKind('complain') }),
      limitClock('callback', '回访', 'Call back', 'RX.CALLBACK'), limitClock('redo', '重办', 'Settle again', 'RX.REDO'),
    ],
  },
}
