import { choice } from '../declare.ts'
import { common, extend, holder, keeper, leader, noted, reopen, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { limitClock, proof, reason, remark, stops } from './plan.ts'

const kind = choice('kind', '类别', 'Kind', [['land', '征地拆迁', 'land and moving'], ['house', '房屋确权', 'title to a house'], ['debt', '债权债务', 'debts'], ['project', '停滞项目', 'stalled project'], ['other', '其他', 'other']])

/** 历史遗留问题: a leader takes the case as hers, an office proposes, she approves; it is settled when another finds it so, and may come back. */
export const legacyProblem: MatterPlan = {
  fields: [kind],
  procedure: {
    first: 'new',
    main: ['settle'],
    stalledAfter: 30,
    states: [
      state('new', '待包案', 'To be taken as a case'), state('studying', '研判中', 'Being studied'), state('approving', '方案待审', 'Plan to be approved', 'held'), state('settling', '化解中', 'Being settled'), state('checking', '待评估', 'To be assessed', 'held'), state('closed', '已化解', 'Settled', 'done'), state('ended', '依法终结', 'Ended by law', 'ended'),
    ],
    steps: [
      step('take-case', '领导包案', 'Take as a case', ['new'], 'studying', [leader], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'own', by: 'doer' }, { do: 'hold', by: 'given' }, start('plan')] }),
      step('propose', '提出化解方案', 'Propose how to settle it', ['studying'], 'approving', [holder], { asks: [noted(), proof], effects: stops('plan') }),
      step('approve', '批准方案', 'Approve', ['approving'], 'settling', [leader], { otherThan: ['propose'], asks: [remark], effects: [start('settle')] }),
      step('send-back', '退回方案', 'Send back', ['approving'], 'studying', [leader], { asks: [reason], effects: [{ do: 'count', what: 'redone' }, start('plan')], weight: 'more' }),
      extend('prolong', '延期', 'Give more time', 'settle', ['settling'], [leader]),
      step('settled', '报告化解', 'Report as settled', ['settling'], 'checking', [holder], { asks: [noted(), proof], effects: stops('settle') }),
      step('confirm', '评估确认', 'Confirm', ['checking'], 'closed', [keeper], { otherThan: ['settled', 'propose'], asks: [noted()] }),
      step('fail', '评估不通过', 'Not confirmed', ['checking'], 'settling', [keeper], { otherThan: ['settled', 'propose'], asks: [reason], effects: [{ do: 'count', what: 'redone' }, reopen('settle')], weight: 'more' }),
      step('end-by-law', '依法终结', 'End by law', ['settling', 'checking'], 'ended', [leader], { asks: [reason, proof], effects: stops('settle'), weight: 'more' }),
      step('come-back', '反复', 'It came back', ['closed'], 'settling', [keeper], { asks: [reason], effects: [{ do: 'count', what: 'redone' }, start('settle')], weight: 'more' }),
      ...common(['studying', 'settling'], 'holder'),
    ],
    clocks: [limitClock('plan', '提出方案', 'Propose', 'LS.PLAN'), limitClock('settle', '化解', 'Settle', 'LS.SETTLE')],
  },
}
