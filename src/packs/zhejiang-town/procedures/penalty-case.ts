import { dayField, text, yuan } from '../declare.ts'
import { common, dayGiven, files, holder, keeper, keeperHead, leader, noted, set, start, state, step } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, pauseOf, proof, reason, stops } from './plan.ts'

const document = text('document', '决定书文号', 'Number of the decision', { required: true })
const fine = yuan('fine', '罚款', 'Fine', { required: true })
const hearingDay = dayGiven('hearing_on', '听证日期', 'Day of the hearing')

/** 行政处罚: filed, investigated, checked in law by another, told to the party with its rights, heard if it asks in time, decided by a leader within ninety days, served and paid. */
export const penaltyCase: MatterPlan = {
  fields: [later(dayField('decided', '决定日期', 'Decided on')), later(document), later(fine)],
  procedure: {
    first: 'investigating',
    main: ['decide'],
    stalledAfter: 15,
    states: [
      state('investigating', '调查取证', 'Investigation'), state('appraising', '检验鉴定中', 'Appraisal', 'held'), state('reviewing', '法制审核', 'Legal review', 'held'), state('approved', '待告知', 'To be told'), state('noticed', '已告知', 'Told', 'held'),
      state('hearing', '待听证', 'Hearing', 'held'), state('deciding', '待决定', 'To be decided'), state('decided', '待送达', 'To be served'), state('served', '待履行', 'To be paid', 'held'), state('enforcing', '申请强制执行', 'Enforcement', 'held'),
      state('closed', '结案', 'Closed', 'done'), state('dropped', '不予处罚', 'No penalty', 'ended'),
    ],
    steps: [
      step('register-evidence', '登记保存证据', 'Hold evidence', ['investigating'], undefined, [holder], { asks: [noted(), proof], effects: [{ do: 'own', by: 'doer' }, start('evidence')], weight: 'more' }),
      step('settle-evidence', '处理登记保存证据', 'Settle the evidence held', ['investigating'], undefined, [holder], { asks: [noted()], effects: stops('evidence'), weight: 'more' }),
      step('appraise', '送检鉴定', 'Send to be appraised', ['investigating'], 'appraising', [holder], { asks: [pauseOf('CF.DECIDE', 'appraisal'), noted()], effects: [{ do: 'suspend', clock: 'decide' }], weight: 'more' }),
      step('appraised', '收到鉴定意见', 'Appraisal is back', ['appraising'], 'investigating', [holder], { asks: [proof], effects: [{ do: 'resume', clock: 'decide' }] }),
      step('submit', '送法制审核', 'Hand in for legal review', ['investigating'], 'reviewing', [holder], { asks: [noted(), proof] }),
      step('pass', '审核通过', 'Pass', ['reviewing'], 'approved', [keeper], { otherThan: ['submit', 'register-evidence'], asks: [noted()] }),
      step('send-back', '退回补正', 'Send back', ['reviewing'], 'investigating', [keeper], { otherThan: ['submit'], asks: [reason], effects: [{ do: 'count', what: 'redone' }], weight: 'more' }),
      step('tell', '处罚告知', 'Tell the party', ['approved'], 'noticed', [holder], { asks: [proof], effects: [start('ask-hearing')] }),
      step('ask-hearing', '当事人要求听证', 'Party asks for a hearing', ['noticed'], 'hearing', [holder], { within: 'ask-hearing', asks: [hearingDay, pauseOf('CF.DECIDE', 'hearing'), noted()], effects: [...stops('ask-hearing'), start('hearing-notice', { day: 'hearing_on' }), { do: 'suspend', clock: 'decide' }], weight: 'more' }),
      step('notify-hearing', '通知听证', 'Give notice of the hearing', ['hearing'], undefined, [holder], { within: 'hearing-notice', asks: [files('附件', 'Files')], effects: stops('hearing-notice') }),
      step('heard', '听证结束', 'Hearing is over', ['hearing'], 'deciding', [keeper], { otherThan: ['submit'], asks: [noted(), proof], effects: [{ do: 'resume', clock: 'decide' }, ...stops('hearing-notice')] }),
      step('decide', '作出决定', 'Decide', ['noticed'], 'decided', [leader], { after: 'ask-hearing', asks: [document, fine], effects: [set('decided', 'day'), set('document', 'given'), set('fine', 'given'), ...stops('decide', 'ask-hearing', 'evidence'), start('serve')] }),
      step('decide-heard', '听证后作出决定', 'Decide after the hearing', ['deciding'], 'decided', [leader], { asks: [document, fine], effects: [set('decided', 'day'), set('document', 'given'), set('fine', 'given'), ...stops('decide', 'evidence'), start('serve')] }),
      step('serve', '送达', 'Serve', ['decided'], 'served', [holder], { asks: [proof], effects: [...stops('serve'), start('pay')] }),
      step('paid', '缴清罚款', 'Paid', ['served', 'enforcing'], 'closed', [keeper], { asks: [proof], effects: stops('pay') }),
      step('enforce', '申请强制执行', 'Ask for enforcement', ['served'], 'enforcing', [keeperHead], { after: 'pay', asks: [noted(), proof], effects: stops('pay'), weight: 'more' }),
      step('drop', '不予处罚', 'No penalty', ['investigating', 'reviewing', 'noticed', 'deciding'], 'dropped', [leader], { asks: [reason], effects: stops('decide', 'ask-hearing', 'evidence'), weight: 'more' }),
      ...common(['investigating'], 'holder'),
    ],
    clocks: [
      limitClock('decide', '作出决定', 'Decide', 'CF.DECIDE', { opens: true }), limitClock('evidence', '处理登记保存证据', 'Settle the evidence held', 'CF.EVIDENCE'), limitClock('ask-hearing', '要求听证', 'Ask for a hearing', 'CF.HEARASK', { party: true }), limitClock('hearing-notice', '通知听证', 'Give notice of the hearing', 'CF.HEARNOTE'),
      limitClock('serve', '送达', 'Serve', 'CF.DELIVER'), limitClock('pay', '缴纳罚款', 'Pay', 'CF.PAY', { party: true }),
    ],
  },
}
