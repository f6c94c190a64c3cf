import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { clock, common, dayGiven, files, holder, keeper, keeperHead, leader, noted, office, set, start, state, step, toOrg } from './parts.ts'
import { dayField } from '../declare.ts'
import type { MatterPlan } from './plan.ts'
import { later, proof, reason, remark, stops } from './plan.ts'

/** How long acting on an item may take is the town's own setting; a day of its own may be named beside it. */
const setting = (key: string, value: number, unit: Limit['unit'], zh: string, en: string, more: Partial<Limit> = {}): readonly Limit[] => [
  { key, value, unit, bound: 'most', title: words(zh, en), law: words('镇督查督办办法（可改）', "The town's rule on supervision (may be changed)"), validFrom: '2019-01-01', sure: 'setting', ...more },
]

/** 督办: raised from a meeting, an instruction or a report, assigned, signed for, worked on with notes, reported, verified by another, closed (立项—交办—签收—承办—反馈—审核—办结). */
export const supervision: MatterPlan = {
  fields: [later(dayField('act_by', '办理期限', 'To be done by')), later(dayField('closed', '办结日期', 'Closed'))],
  procedure: {
    first: 'raised',
    main: ['act'],
    acceptWithin: 1,
    stalledAfter: 14,
    states: [state('raised', '待交办', 'To be assigned'), state('assigned', '待签收', 'To be signed for'), state('working', '承办中', 'Worked on'), state('reported', '待审核', 'To be verified'), state('closed', '已办结', 'Closed', 'done')],
    steps: [
      step('assign', '交办', 'Assign', ['raised', 'assigned'], 'assigned', [keeper, office, leader], { asks: [toOrg('承办单位', 'Who is to act'), dayGiven('act_by', '办理期限（不填按规定）', 'To be done by (by the rule if left empty)', false), noted('办理要求', 'What is asked')], effects: [{ do: 'hold', by: 'given' }, { do: 'own', by: 'nobody' }, start('sign'), start('act', { until: 'act_by' }), set('act_by', 'given')] }),
      step('sign', '签收', 'Sign for it', ['assigned'], 'working', [holder], { effects: [{ do: 'own', by: 'doer' }, ...stops('sign')] }),
      step('return', '退回', 'Return', ['assigned'], 'raised', [holder], { weight: 'more', within: 'sign', asks: [reason], effects: [{ do: 'hold', by: 'keeper' }, { do: 'count', what: 'returned' }, ...stops('sign', 'act')] }),
      step('report', '反馈办理情况', 'Report', ['working'], 'reported', [holder], { asks: [noted('办理情况', 'What was done'), files('佐证材料', 'Evidence')], effects: stops('act') }),
      step('send-back', '退回重办', 'Send back', ['reported'], 'working', [keeper, office, leader], { otherThan: ['report'], weight: 'more', asks: [reason], effects: [{ do: 'count', what: 'redone' }, { do: 'reopen', clock: 'act' }] }),
      step('close', '审核办结', 'Verify and close', ['reported'], 'closed', [keeper, office], { otherThan: ['report'], asks: [noted('审核意见', 'What was found'), proof], effects: [set('closed', 'day')] }),
      step('prolong', '延期', 'More time', ['working'], undefined, [leader, keeperHead], { weight: 'more', asks: [{ key: 'more', title: words('延长（工作日）', 'More working days'), kind: 'integer', min: '1', required: true }, noted('延期理由', 'Reason')], effects: [{ do: 'extend', clock: 'act' }] }),
      step('reopen', '重启', 'Take up again', ['closed'], 'working', [keeper, office, leader], { weight: 'more', asks: [remark], effects: [set('closed', 'nothing'), start('act')] }),
      ...common(['raised', 'assigned', 'working', 'reported']),
    ],
    clocks: [
      clock('sign', '签收', 'Signing', setting('DC.SIGN', 1, 'working', '签收', 'Signing')),
      clock('act', '承办', 'Acting', setting('DC.ACT', 15, 'working', '承办', 'Acting', { extension: { value: 15, approver: 'leader', notice: false } })),
    ],
  },
}
