import { choice } from '../declare.ts'
import { common, files, holder, keeper, leader, noted, set, start, state, step } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { extendByKind, later, limitClock, ofKind, pauseOf, proof, reason, remark, stops } from './plan.ts'

const kind = choice('kind', '办件类型', 'Kind', [['instant', '即办件', 'at the counter'], ['promised', '承诺件', 'promised'], ['licence', '许可件', 'licence'], ['joint', '联办件', 'joint']])
const result = choice('result', '结果', 'Result', [['granted', '准予', 'granted'], ['denied', '不予', 'denied'], ['lapsed', '放弃', 'lapsed']])
const timed = ['promised', 'licence', 'joint']

/** 政务办件: one call for corrections within five working days, then the time of its kind; what hearings, tests and experts take is left out, and a bad rating is answered by another. */
export const serviceRequest: MatterPlan = {
  fields: [kind, later(result)],
  procedure: {
    first: 'received',
    main: timed,
    stalledAfter: 5,
    states: [
      state('received', '收件', 'Received'), state('fixing', '待补正', 'To be corrected', 'held'), state('handling', '办理中', 'Being handled'), state('special', '特别程序', 'Special procedure', 'held'), state('granted', '待送达', 'To be handed over'),
      state('closed', '办结', 'Closed', 'done'), state('rating', '差评整改', 'Bad rating being answered'), state('refused', '不予办理', 'Denied', 'ended'), state('lapsed', '放弃申请', 'Lapsed', 'ended'),
    ],
    steps: [
      step('serve', '当场办结', 'Done at the counter', ['received'], 'closed', [holder], { when: ofKind('instant'), asks: [remark], effects: [{ do: 'own', by: 'doer' }, set('result', 'value', { value: 'granted' }), ...stops('fix')] }),
      step('take', '受理', 'Take', ['received'], 'handling', [holder], { when: ofKind(...timed), effects: [{ do: 'own', by: 'doer' }, ...stops('fix'), ...timed.map((key) => start(key, { when: ofKind(key) }))] }),
      step('ask-correction', '一次性告知补正', 'Ask once for correction', ['received'], 'fixing', [holder], { within: 'fix', asks: [noted()], effects: stops('fix'), weight: 'more' }),
      step('corrected', '补正后受理', 'Take what was corrected', ['fixing'], 'handling', [holder], { when: ofKind(...timed), asks: [files('附件', 'Files')], effects: [{ do: 'own', by: 'doer' }, ...timed.map((key) => start(key, { when: ofKind(key) }))] }),
      step('lapse', '逾期未补正', 'Not corrected', ['fixing'], 'lapsed', [holder], { asks: [reason], effects: [set('result', 'value', { value: 'lapsed' })], weight: 'more' }),
      step('set-apart', '进入特别程序', 'Enter a special procedure', ['handling'], 'special', [holder], { asks: [pauseOf('XK.DECIDE'), reason], effects: timed.map((key) => ({ do: 'suspend', clock: key, when: ofKind(key) })), weight: 'more' }),
      step('go-on', '特别程序结束', 'Special procedure is over', ['special'], 'handling', [holder], { asks: [noted()], effects: timed.map((key) => ({ do: 'resume', clock: key, when: ofKind(key) })) }),
      extendByKind(timed, ['handling'], [leader]),
      step('grant', '准予', 'Grant', ['handling'], 'granted', [holder], { asks: [remark], effects: [set('result', 'value', { value: 'granted' }), ...stops(...timed), start('issue')] }),
      step('deny', '不予', 'Deny', ['handling'], 'refused', [holder], { asks: [reason, proof], effects: [set('result', 'value', { value: 'denied' }), ...stops(...timed)], weight: 'more' }),
      step('hand-out', '送达结果', 'Hand over', ['granted'], 'closed', [holder], { asks: [files('附件', 'Files')], effects: stops('issue') }),
      step('rate-bad', '差评', 'Bad rating', ['closed'], 'rating', [keeper], { asks: [reason], effects: [{ do: 'count', what: 'redone' }, start('bad')], weight: 'more' }),
      step('answer-rating', '回访整改', 'Answer the rating', ['rating'], 'closed', [keeper], { otherThan: ['serve', 'grant', 'hand-out'], asks: [noted()], effects: stops('bad') }),
      ...common(['handling'], 'holder'),
    ],
    clocks: [
      limitClock('fix', '一次性告知', 'Ask for correction', 'XK.FIX', { opens: true }), limitClock('promised', '承诺时限', 'As promised', 'FW.PROMISE'), limitClock('licence', '许可决定', 'Decide', 'XK.DECIDE'), limitClock('joint', '联合办理', 'Joint handling', 'XK.JOINT'),
      limitClock('issue', '送达', 'Hand over', 'XK.ISSUE'), limitClock('bad', '差评整改', 'Answer a bad rating', 'FW.BAD'),
    ],
  },
}
