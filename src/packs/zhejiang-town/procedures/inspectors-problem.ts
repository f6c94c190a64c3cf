import { choice, dayField, note } from '../declare.ts'
import { common, extend, holder, holderHead, keeper, leader, noted, reopen, set, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, proof, reason, remark, stops } from './plan.ts'

/** The seven lists as they are called to begin with; names have changed before, so a town edits these options. */
const list = choice('list', '问题清单', 'List', [
  ['inspection', '巡视巡察', 'party inspection'], ['audit', '审计', 'audit'], ['supervision', '督查', 'supervision'], ['environment', '生态环保督察', 'environment inspection'], ['safety', '安全生产', 'work safety'], ['opinion', '网络舆情', 'public opinion online'], ['petition', '信访', 'petitions'],
])
const level = choice('level', '来源级别', 'Found by', [['nation', '国家', 'nation'], ['province', '省', 'province'], ['city', '市', 'city'], ['county', '县', 'county'], ['self', '自查', 'itself']])

/** 督察反馈与七张问题清单: assigned, planned, put right, accepted by another; what was learnt elsewhere is written down before it is struck off. */
export const inspectorsProblem: MatterPlan = {
  fields: [list, level, later(dayField('closed', '销号日期', 'Struck off'))],
  procedure: {
    first: 'new',
    main: ['fix'],
    acceptWithin: 2,
    stalledAfter: 14,
    states: [
      state('new', '待交办', 'To be assigned'), state('assigned', '待签收', 'To be signed for'), state('planning', '制定方案', 'Being planned'), state('approving', '方案待审', 'Plan to be approved', 'held'), state('fixing', '整改中', 'Being put right'), state('checking', '待验收', 'To be accepted', 'held'), state('closed', '销号', 'Struck off', 'done'),
    ],
    steps: [
      step('assign', '交办', 'Assign', ['new'], 'assigned', [keeper], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'hold', by: 'given' }, { do: 'own', by: 'nobody' }] }),
      step('sign', '签收', 'Sign for it', ['assigned'], 'planning', [holder], { effects: [{ do: 'own', by: 'doer' }, start('plan')] }),
      step('return', '退回', 'Return', ['assigned'], 'new', [holder], { asks: [reason], effects: [{ do: 'hold', by: 'keeper' }, { do: 'count', what: 'returned' }], weight: 'more' }),
      step('plan', '提交整改方案', 'Hand in the plan', ['planning'], 'approving', [holder], { asks: [noted(), proof], effects: stops('plan') }),
      step('approve', '批准方案', 'Approve the plan', ['approving'], 'fixing', [leader], { otherThan: ['plan'], asks: [remark] }),
      step('send-back', '退回方案', 'Send the plan back', ['approving'], 'planning', [leader], { asks: [reason], effects: [{ do: 'count', what: 'redone' }, start('plan')], weight: 'more' }),
      extend('prolong', '延期', 'Give more time', 'fix', ['fixing'], [leader]),
      step('fixed', '报告整改完成', 'Report as put right', ['fixing'], 'checking', [holderHead], { asks: [note('learnt', '举一反三', 'What it means elsewhere', { required: true, maxLength: 4000 }), noted(), proof], effects: [...stops('fix'), start('check')] }),
      step('pass', '验收销号', 'Accept and strike off', ['checking'], 'closed', [keeper], { otherThan: ['fixed', 'plan'], asks: [noted(), proof], effects: [...stops('check'), set('closed', 'day')] }),
      step('fail', '验收不通过', 'Not accepted', ['checking'], 'fixing', [keeper], { otherThan: ['fixed', 'plan'], asks: [reason], effects: [{ do: 'count', what: 'redone' }, ...stops('check'), reopen('fix')], weight: 'more' }),
      ...common(['planning', 'approving', 'fixing', 'checking']),
    ],
    clocks: [limitClock('fix', '整改', 'Put right', 'WT.FIX', { opens: true }), limitClock('plan', '制定方案', 'Plan', 'WT.PLAN'), limitClock('check', '验收', 'Accept', 'WT.CHECK')],
  },
}
