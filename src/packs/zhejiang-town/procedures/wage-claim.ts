import { choice, yuan } from '../declare.ts'
import { common, dayGiven, extend, files, holder, holderHead, keeper, keeperHead, leader, noted, set, start, state, step } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock, pauseOf, proof, reason, remark, stops, without } from './plan.ts'

const paidOn = dayGiven('paid_on', '兑付日期', 'Paid on')
const agreed = yuan('agreed', '约定金额', 'Agreed amount', { required: true })
const payBy = dayGiven('pay_by', '约定兑付日', 'To be paid by')
const outcome = choice('outcome', '化解方式', 'How it was settled', [['mediated', '调解', 'mediation'], ['ordered', '责令支付', 'order to pay'], ['fund', '应急周转金', 'emergency fund']])

/** 欠薪: mediation first (a setting), then labour inspection with its working days, extension and stays (浙江省劳动保障监察条例第二十三条、第三十条). */
export const wageClaim: MatterPlan = {
  fields: [later(agreed), later(payBy), later(paidOn), later(outcome)],
  procedure: {
    first: 'new',
    main: ['invest', 'mediate'],
    acceptWithin: 1,
    stalledAfter: 7,
    states: [
      state('new', '待受理', 'To be taken'), state('mediating', '调解中', 'Mediation'), state('investigating', '调查中', 'Investigation'), state('stayed', '中止调查', 'Investigation stayed', 'held'), state('paying', '待兑付', 'To be paid'),
      state('checking', '待核实', 'To be verified', 'held'), state('closed', '已兑付', 'Paid', 'done'), state('refused', '不予受理', 'Not taken', 'ended'), state('passed-on', '移送', 'Passed on', 'ended'),
    ],
    steps: [
      step('take', '受理', 'Take', ['new'], 'mediating', [keeper], { asks: [remark], effects: [{ do: 'own', by: 'doer' }, ...stops('accept'), start('mediate')] }),
      step('refuse', '不予受理', 'Do not take', ['new'], 'refused', [keeper], { asks: [reason], effects: stops('accept'), weight: 'more' }),
      step('agree', '达成协议', 'Reach an agreement', ['mediating'], 'paying', [holder], { asks: [agreed, payBy, proof, without(outcome, 'ordered')], effects: [set('agreed', 'given'), set('pay_by', 'given'), set('outcome', 'given'), ...stops('mediate')] }),
      extend('give-time', '延长调解', 'Give mediation more time', 'mediate', ['mediating'], [holderHead]),
      step('open-case', '立案调查', 'Open an investigation', ['mediating', 'paying'], 'investigating', [keeperHead], { asks: [reason], effects: [...stops('mediate'), start('invest')], weight: 'more' }),
      { ...extend('prolong', '延长调查', 'Give the investigation more time', 'invest', ['investigating'], [keeperHead]), effects: [{ do: 'extend', clock: 'invest' }, start('tell')] },
      step('stay', '中止调查', 'Stay the investigation', ['investigating'], 'stayed', [keeperHead], { asks: [pauseOf('LB.INVEST'), reason], effects: [{ do: 'suspend', clock: 'invest' }, start('tell')], weight: 'more' }),
      step('go-on', '恢复调查', 'Go on', ['stayed'], 'investigating', [keeper], { asks: [noted()], effects: [{ do: 'resume', clock: 'invest' }] }),
      step('tell', '书面告知投诉人', 'Tell the complainant', ['investigating', 'stayed'], undefined, [holder], { asks: [files('附件', 'Files')], effects: stops('tell'), weight: 'more' }),
      step('order', '责令支付', 'Order to pay', ['investigating'], 'paying', [keeperHead], { asks: [agreed, payBy, without(outcome, 'mediated', 'fund'), proof], effects: [set('agreed', 'given'), set('pay_by', 'given'), set('outcome', 'given'), ...stops('invest', 'tell')] }),
      step('paid', '报告兑付', 'Report as paid', ['paying'], 'checking', [holder], { asks: [paidOn, proof], effects: [set('paid_on', 'given')] }),
      step('verify', '核实兑付', 'Verify the payment', ['checking'], 'closed', [keeper], { otherThan: ['paid'], asks: [noted()] }),
      step('not-paid', '未兑付', 'Not paid', ['checking'], 'paying', [keeper], { otherThan: ['paid'], asks: [reason], effects: [{ do: 'count', what: 'redone' }, set('paid_on', 'nothing')], weight: 'more' }),
      step('pass-on', '移送', 'Pass on', ['mediating', 'investigating', 'paying'], 'passed-on', [keeperHead, leader], { asks: [reason, proof], effects: stops('mediate', 'invest', 'tell'), weight: 'more' }),
      ...common(['mediating', 'investigating', 'paying']),
    ],
    clocks: [
      limitClock('accept', '决定受理', 'Take or not', 'LB.ACCEPT', { opens: true }), limitClock('mediate', '调解', 'Mediation', 'QX.MEDIATE'), limitClock('invest', '调查', 'Investigation', 'LB.INVEST'), limitClock('tell', '告知投诉人', 'Tell the complainant', 'LB.TELL'),
    ],
  },
}
