import { choice, dayField, text } from '../declare.ts'
import { common, dayGiven, extend, holder, holderHead, keeper, keeperHead, noted, office, set, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, pauseOf, proof, reason, remark, stops } from './plan.ts'

const result = choice('result', '答复类别', 'Kind of answer', [
  ['public', '已主动公开', 'public already'], ['given', '予以公开', 'given'], ['partly', '部分公开', 'given in part'], ['refused', '不予公开', 'refused'], ['none', '信息不存在', 'does not exist'], ['other-agency', '非本机关负责', 'not this agency'], ['repeated', '重复申请', 'asked before'], ['other-law', '其他法规另有规定', 'another law governs'],
])
const document = text('document', '答复书号', 'Answer no.', { required: true, maxLength: 60 })

/** 依申请公开 (政府信息公开条例): twenty working days from a request that is clear; corrected papers start them anew, and time in which others are asked is not counted. */
export const disclosure: MatterPlan = {
  fields: [later(result), later(document), later(dayField('answered', '答复日期', 'Answered'))],
  procedure: {
    first: 'received',
    main: ['answer'],
    acceptWithin: 1,
    stalledAfter: 5,
    states: [
      state('received', '已收到', 'Received'), state('correcting', '待补正', 'To be corrected', 'held'), state('handling', '办理中', 'Handled'), state('asking', '征求意见', 'Others are asked', 'held'), state('drafted', '待审核', 'To be checked'), state('answered', '已答复', 'Answered', 'done'), state('dropped', '视为放弃', 'Given up', 'ended'),
    ],
    steps: [
      step('accept-request', '受理', 'Take', ['received'], 'handling', [keeper, office], { effects: [{ do: 'own', by: 'doer' }, ...stops('correct')] }),
      step('ask-correct', '一次性告知补正', 'Ask for correction, once', ['received'], 'correcting', [keeper, office], { within: 'correct', asks: [noted('需补正的事项和期限', 'What is to be corrected, and until when'), dayGiven('until', '补正期限', 'Until')], effects: [...stops('correct', 'answer')] }),
      step('corrected', '收到补正', 'Corrected papers received', ['correcting'], 'handling', [keeper, office], { asks: [remark], effects: [{ do: 'own', by: 'doer' }, start('answer')] }),
      step('give-up', '无正当理由逾期不补正', 'Not corrected in time, without a reason', ['correcting'], 'dropped', [keeper, office], { weight: 'more', asks: [reason] }),
      step('consult', '书面征求意见', 'Ask others in writing', ['handling'], 'asking', [holder], { weight: 'more', asks: [pauseOf('GK.ANSWER'), toOrg('登记单位', 'Kept with'), noted('征求对象和内容', 'Who is asked, and what')], effects: [{ do: 'suspend', clock: 'answer' }, start('others')] }),
      step('consulted', '收到意见或期满', 'Their view is in, or the time is over', ['asking'], 'handling', [holder], { asks: [remark], effects: [{ do: 'resume', clock: 'answer' }, ...stops('others')] }),
      extend('prolong', '延长答复期限', 'More time to answer', 'answer', ['handling', 'drafted'], [keeperHead, holderHead, office]),
      step('draft', '拟好答复', 'Draft the answer', ['handling'], 'drafted', [holder], { asks: [result, noted('依据和理由', 'Grounds')], effects: [set('result', 'given')] }),
      step('rework', '退回重拟', 'Draft again', ['drafted'], 'handling', [keeperHead, office], { otherThan: ['draft'], weight: 'more', asks: [reason], effects: [{ do: 'count', what: 'redone' }] }),
      step('answer', '答复申请人', 'Answer', ['drafted'], 'answered', [keeper, office], { otherThan: ['draft'], asks: [document, dayGiven('sent_on', '送达日期', 'Delivered on'), proof], effects: [set('document', 'given'), set('answered', 'given', { given: 'sent_on' }), ...stops('answer')] }),
      ...common(['received', 'handling', 'drafted']),
    ],
    clocks: [
      limitClock('correct', '告知补正', 'Ask for correction', 'GK.FIX', { opens: true }), limitClock('answer', '答复', 'Answer', 'GK.ANSWER', { opens: true }), limitClock('others', '第三方答复', 'Others answer', 'GK.THIRD', { party: true }),
    ],
  },
}
