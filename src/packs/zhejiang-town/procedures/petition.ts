import { words } from '../../../core/words.ts'
import { choice, dayField, text } from '../declare.ts'
import { limitRows } from '../limits.ts'
import { clock, common, dayGiven, extend, files, holder, holderHead, keeper, keeperHead, leader, noted, office, set, start, state, step, suspend, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, proof, reason, remark, stops } from './plan.ts'

const route = choice('route', '分类和途径', 'Kind and route', [
  ['advice', '建议意见', 'suggestion'], ['accusation', '检举控告', 'accusation'], ['justice', '申诉求决：司法程序', 'justice: courts and police'], ['arbitration', '申诉求决：仲裁', 'justice: arbitration'], ['party-appeal', '申诉求决：党员申诉', 'justice: party appeal'],
  ['administrative', '申诉求决：行政复议、裁决、许可等', 'justice: administrative procedures'], ['duty', '申诉求决：履行法定职责', 'justice: a duty under the law'], ['opinion', '申诉求决：信访处理意见', 'justice: a written opinion'],
])
const outcome = choice('outcome', '处理意见', 'Decision', [['supported', '支持', 'supported'], ['explained', '解释说明', 'explained'], ['not-supported', '不予支持', 'not supported']])
const document = text('document', '文书号', 'Document', { required: true, maxLength: 60 })
const told = dayGiven('told_on', '送达信访人日期', 'Petitioner told on')
/** For what the sixty days stand still. The rules name nothing; appraisal and agreed mediation are practice, and a town's own setting. */
const standing = [['appraisal', '鉴定、检测、评审', 'appraisal, testing or review by experts'], ['mediation', '当事人同意调解', 'mediation both sides agreed to']] as const
const pauses = standing.map(([key, zh, en]) => ({ key, title: words(zh, en) }))
const opinion = { key: 'route', in: ['opinion'] } as const
const elsewhere = { key: 'route', in: ['justice', 'arbitration', 'party-appeal', 'administrative', 'duty', 'advice', 'accusation'] } as const
const answers = [set('outcome', 'given'), set('document', 'given')] as const
const asks = [outcome, document, told, proof, remark] as const

/**
 * 信访 (信访工作条例): sorted first into its kind and route; only the sixth route carries the sixty days and leads to a written opinion, a review one level up and a second
 * review. Every clock binds an office; the time the petitioner has for asking binds nobody. Who answered does not review.
 */
export const petition: MatterPlan = {
  fields: [later(route), later(outcome), later(document), later(dayField('closed', '办结日期', 'Answered'))],
  procedure: {
    first: 'new',
    main: ['handle', 'tell', 'intake'],
    acceptWithin: 1,
    stalledAfter: 10,
    states: [
      state('new', '待甄别', 'To be sorted'), state('sorted', '待转送交办', 'To be forwarded'), state('sent', '待受理', 'To be taken'), state('objected', '异议待定', 'Objected to'), state('handling', '办理中', 'Handled'), state('answered', '已答复', 'Answered', 'held'), state('reviewing', '复查中', 'Reviewed'),
      state('reviewed', '复查已答复', 'Review answered', 'held'), state('re-reviewing', '复核中', 'Reviewed again'), state('guided', '已告知途径', 'Shown the way', 'done'), state('refused', '不予受理', 'Not taken', 'ended'), state('ended', '终结', 'Ended', 'ended'),
    ],
    steps: [
      step('sort', '甄别分类', 'Sort', ['new'], 'sorted', [keeper, office], { asks: [route, remark], effects: [set('route', 'given')] }),
      step('send', '转送交办', 'Forward or assign', ['sorted'], 'sent', [keeper, office], { asks: [toOrg('责任单位', 'Who is to handle it'), noted('交办要求', 'What is asked')], effects: [{ do: 'hold', by: 'given' }, { do: 'own', by: 'nobody' }, ...stops('intake'), start('tell'), start('object')] }),
      step('object', '提出异议', 'Object', ['sent'], 'objected', [holder], { within: 'object', weight: 'more', asks: [noted('详细理由', 'Reasons in full')], effects: stops('object') }),
      step('take-back', '同意退回', 'Agree and take back', ['objected'], 'sorted', [keeper, office], { asks: [reason], effects: [{ do: 'hold', by: 'keeper' }, { do: 'own', by: 'nobody' }, { do: 'count', what: 'returned' }, ...stops('tell'), start('intake')] }),
      step('insist', '不同意退回', 'Insist', ['objected'], 'sent', [keeper, office], { weight: 'more', asks: [reason] }),
      step('take', '受理并书面告知', 'Take, and tell in writing', ['sent', 'sorted'], 'handling', [holder], { when: opinion, asks: [told, proof], effects: [{ do: 'own', by: 'doer' }, ...stops('intake', 'tell', 'object'), start('handle')] }),
      step('guide', '告知法定途径', 'Show the way by law', ['sent', 'sorted'], 'guided', [holder], { when: elsewhere, asks: [told, proof, remark], effects: [...stops('intake', 'tell', 'object'), set('closed', 'day')] }),
      step('refuse', '不予受理并告知', 'Do not take, and tell', ['new', 'sorted', 'sent'], 'refused', [keeper, holder], { weight: 'more', asks: [told, reason], effects: [...stops('intake', 'tell', 'object'), set('closed', 'day')] }),
      step('step-aside', '回避', 'Step aside', ['sent', 'handling', 'reviewing', 're-reviewing'], undefined, [holder], { weight: 'more', asks: [reason], effects: [{ do: 'own', by: 'nobody' }] }),
      extend('prolong', '延长办理期限', 'More time to handle it', 'handle', ['handling'], [leader, holderHead]),
      ...suspend('handle', ['handling'], standing),
      step('answer', '出具处理意见书', 'Give the written opinion', ['handling'], 'answered', [holder], { asks, effects: [...answers, ...stops('handle'), start('ask-review', { day: 'told_on' }), set('closed', 'day')] }),
      step('settle', '和解终结', 'Settled between them', ['handling', 'answered'], 'ended', [holder], { weight: 'more', asks: [files('和解协议', 'Agreement', true), remark], effects: [...stops('handle', 'ask-review'), set('closed', 'day')] }),
      step('ask-review', '收到复查请求', 'A review is asked for', ['answered'], 'reviewing', [keeper], { within: 'ask-review', asks: [remark], effects: [...stops('ask-review'), start('review'), { do: 'hold', by: 'keeper' }, { do: 'own', by: 'nobody' }] }),
      step('review', '出具复查意见', 'Answer the review', ['reviewing'], 'reviewed', [keeper, leader], { otherThan: ['answer'], asks, effects: [...answers, ...stops('review'), start('ask-again', { day: 'told_on' })] }),
      step('ask-again', '收到复核请求', 'A second review is asked for', ['reviewed'], 're-reviewing', [keeper], { within: 'ask-again', asks: [remark], effects: [...stops('ask-again'), start('re-review')] }),
      step('hear', '举行听证', 'Hold a hearing', ['re-reviewing'], undefined, [keeper], { weight: 'more', asks: [choice('pause', '事由', 'Reason', [['hearing', '举行听证', 'hearing']]), noted()], effects: [{ do: 'suspend', clock: 're-review' }] }),
      step('heard', '听证结束', 'The hearing is over', ['re-reviewing'], undefined, [keeper], { weight: 'more', asks: [remark], effects: [{ do: 'resume', clock: 're-review' }] }),
      step('review-again', '出具复核意见', 'Answer the second review', ['re-reviewing'], 'ended', [keeper, leader], { otherThan: ['answer', 'review'], asks, effects: [...answers, ...stops('re-review')] }),
      step('lapse', '逾期未请求复查，终结', 'No review was asked for', ['answered'], 'ended', [keeper], { after: 'ask-review', asks: [remark], effects: stops('ask-review') }),
      step('lapse-again', '逾期未请求复核，终结', 'No second review was asked for', ['reviewed'], 'ended', [keeper], { after: 'ask-again', asks: [remark], effects: stops('ask-again') }),
      step('take-over', '领导包案', 'A leader takes charge', ['handling', 'reviewing', 're-reviewing'], undefined, [leader], { weight: 'more', asks: [remark], effects: [{ do: 'list', on: true }] }),
      step('head-look', '负责人督办', 'The head asks', ['handling'], undefined, [keeperHead], { weight: 'more', asks: [reason], effects: [{ do: 'nudge' }] }),
      ...common(['new', 'sorted', 'sent', 'handling', 'reviewing', 're-reviewing']),
    ],
    clocks: [
      limitClock('intake', '登记转送', 'Register and forward', 'XF.INTAKE', { opens: true }), limitClock('tell', '书面告知', 'Tell in writing', 'XF.TELL'), limitClock('object', '提出异议', 'Object', 'XF.OBJECT', { party: true }), clock('handle', '办理', 'Handle', limitRows('XF.HANDLE').map((row) => ({ ...row, pauses }))),
      limitClock('ask-review', '请求复查', 'Ask for a review', 'XF.ASK_REVIEW', { party: true }), limitClock('review', '复查', 'Review', 'XF.REVIEW'), limitClock('ask-again', '请求复核', 'Ask for a second review', 'XF.ASK_RERE', { party: true }), limitClock('re-review', '复核', 'Second review', 'XF.RERE'),
    ],
  },
}
