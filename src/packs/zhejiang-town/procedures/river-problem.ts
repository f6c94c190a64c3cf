import { choice } from '../declare.ts'
import { common, covering, extend, first, holder, keeper, keeperHead, noted, place, reopen, start, state, step, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { limitClock, proof, reason, remark, stops } from './plan.ts'

const kind = choice('kind', '问题类别', 'Kind', [['litter', '漂浮物、岸边垃圾', 'litter'], ['outlet', '排污口、晴天排水', 'outlet'], ['colour', '水色异味', 'colour or smell'], ['building', '违章搭建、围垦', 'building'], ['bank', '护岸破损', 'broken bank'], ['fishing', '电鱼捕鱼', 'fishing'], ['other', '其他', 'other']])

/** 河道问题: the village chief deals with it or reports it; the town sees to it or reports it upwards; whoever acts answers the reporter (浙江省河长制规定第十一条). */
export const riverProblem: MatterPlan = {
  fields: [kind],
  procedure: {
    first: 'found',
    main: ['fix'],
    stalledAfter: 7,
    states: [
      state('found', '已发现', 'Found'), state('reported', '已上报镇级河长', 'Reported to the town chief'), state('fixing', '整改中', 'Being put right'), state('passed-up', '已报上级', 'Reported upwards', 'held'), state('checking', '待核查', 'To be checked', 'held'), state('closed', '销号', 'Struck off', 'done'),
    ],
    steps: [
      step('deal-with', '现场处理', 'Deal with it on the spot', ['found'], 'checking', [first, covering], { asks: [noted(), proof, place()], effects: [{ do: 'own', by: 'doer' }, ...stops('fix')] }),
      step('report', '上报镇级河长', 'Report to the town chief', ['found'], 'reported', [first, covering], { asks: [noted(), proof], effects: [{ do: 'hold', by: 'keeper' }, start('look')], weight: 'more' }),
      step('give-out', '交办整改', 'Give out to be put right', ['reported'], 'fixing', [keeper], { asks: [toOrg('承办单位', 'Office'), remark], effects: [{ do: 'hold', by: 'given' }, ...stops('look')] }),
      step('pass-up', '报告上级', 'Report upwards', ['reported', 'fixing'], 'passed-up', [keeper], { asks: [reason], effects: [{ do: 'hold', by: 'keeper' }, ...stops('look')], weight: 'more' }),
      step('answered', '上级反馈', 'Answered from above', ['passed-up'], 'checking', [keeper], { asks: [noted()], effects: stops('fix') }),
      extend('prolong', '延期', 'Give more time', 'fix', ['fixing'], [keeperHead]),
      step('fixed', '报告整改', 'Report as put right', ['fixing'], 'checking', [holder], { asks: [noted(), proof, place()], effects: [{ do: 'own', by: 'doer' }, ...stops('fix')] }),
      step('pass', '核查销号并反馈', 'Strike off and tell the reporter', ['checking'], 'closed', [keeper], { otherThan: ['fixed', 'deal-with'], asks: [noted(), proof, place()] }),
      step('fail', '退回重改', 'Send back', ['checking'], 'fixing', [keeper], { otherThan: ['fixed', 'deal-with'], asks: [reason], effects: [{ do: 'count', what: 'redone' }, reopen('fix')], weight: 'more' }),
      ...common(['reported', 'fixing'], 'holder'),
    ],
    clocks: [limitClock('fix', '整改', 'Put right', 'HZ.FIX', { opens: true }), limitClock('look', '核实', 'Look into it', 'HZ.REPORT')],
  },
}
