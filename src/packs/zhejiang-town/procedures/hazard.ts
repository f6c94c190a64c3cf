import { words } from '../../../core/words.ts'
import { dayField } from '../declare.ts'
import { common, covering, dayGiven, extend, files, first, holder, keeper, keeperHead, leader, noted, office, place, reopen, set, start, state, step, stop, toOrg } from './parts.ts'
import type { MatterPlan } from './plan.ts'
import { later, limitClock } from './plan.ts'

const open = ['found', 'assigned', 'fixing', 'checking'] as const
const major = { key: 'level', in: ['major'] } as const
const general = { key: 'level', in: ['general'] } as const

/**
 * A hazard from its finding to its striking-off (发现—交办—整改—核查—销号). Grid workers and villages report and do not order; who mended does not check; nothing is struck off
 * without evidence and a checker; a major one is reported upward at once. How long mending may take is the town's own setting.
 */
export const hazard: MatterPlan = {
  fields: [later(dayField('closed', '销号日期', 'Struck off'))],
  procedure: {
    states: [state('found', '待交办', 'To be assigned'), state('assigned', '待签收', 'To be signed for'), state('fixing', '整改中', 'Being mended'), state('checking', '待核查', 'To be checked'), state('closed', '已销号', 'Struck off', 'done'), state('archived', '已归档', 'Archived', 'ended')],
    first: 'found',
    reportable: { title: words('安全隐患', 'Hazard'), roles: ['village'], line: 'place', kind: 'field', position: 'position', photos: 'photos', set: { level: 'general' } },
    main: ['fix-major', 'fix'],
    acceptWithin: 1,
    stalledAfter: 7,
    clocks: [
      limitClock('assign', '交办', 'Assigning', 'YH.ASSIGN', { opens: true }),
      limitClock('report', '重大隐患上报', 'Reporting a major hazard', 'YH.REPORT', { opens: true, when: major }),
      limitClock('sign', '签收', 'Signing', 'YH.SIGN'),
      limitClock('fix', '整改', 'Mending', 'YH.FIX'),
      limitClock('fix-major', '重大隐患整改', 'Mending a major hazard', 'YH.FIX_MAJOR'),
      limitClock('check', '核查', 'Checking', 'YH.CHECK'),
    ],
    steps: [
      step('report-up', '上报', 'Report upward', open, undefined, [keeper, office], { when: major, asks: [noted('上报单位和内容', 'To whom, and what')], effects: [stop('report')] }),
      step('assign', '交办', 'Assign', ['found', 'assigned'], 'assigned', [keeper, office], {
        asks: [toOrg('整改责任单位', 'Who is to mend it'), noted('整改要求', 'What is to be done')],
        effects: [{ do: 'hold', by: 'given' }, { do: 'own', by: 'nobody' }, stop('assign'), start('sign')],
      }),
      step('sign', '签收', 'Sign for it', ['assigned'], 'fixing', [holder], { effects: [{ do: 'own', by: 'doer' }, stop('sign'), start('fix', { when: general }), start('fix-major', { when: major })] }),
      step('return', '退回交办', 'Return', ['assigned'], 'found', [holder], { weight: 'more', within: 'sign', asks: [noted('退回理由', 'Reason')], effects: [{ do: 'hold', by: 'keeper' }, stop('sign'), start('assign'), { do: 'count', what: 'returned' }] }),
      step('mend-at-once', '当场整改', 'Mended on the spot', ['found'], 'checking', [covering, keeper], { when: general, asks: [noted('整改情况', 'What was done'), files('整改后照片', 'Photos after', true), place()], effects: [{ do: 'hold', by: 'keeper' }, stop('assign'), start('fix'), stop('fix'), start('check')] }),
      step('mend', '申请核查', 'Report it mended', ['fixing'], 'checking', [holder], { asks: [noted('整改情况', 'What was done'), files('整改后照片', 'Photos after', true), place(), dayGiven('mended', '整改完成日期', 'Mended on', false)], effects: [stop('fix'), stop('fix-major'), start('check')] }),
      step('refuse', '核查不通过', 'Refuse', ['checking'], 'fixing', [keeper, first, office], { otherThan: ['mend', 'mend-at-once'], asks: [noted('存在问题', 'What is wrong'), files()], effects: [stop('check'), reopen('fix'), reopen('fix-major'), { do: 'count', what: 'redone' }] }),
      step('strike', '销号', 'Strike off', ['checking'], 'closed', [keeper, office], {
        otherThan: ['mend', 'mend-at-once'],
        asks: [noted('核查结论', 'What was found'), files('核查照片', 'Photos of the check', true), place()],
        effects: [stop('check'), stop('report'), set('closed', 'day')],
      }),
      step('recur', '复发重启', 'It came back', ['closed'], 'found', [keeper, office, covering], { weight: 'more', asks: [noted('复发情况', 'What was found'), files()], effects: [set('closed', 'nothing'), start('assign'), { do: 'count', what: 'redone' }, { do: 'hold', by: 'keeper' }] }),
      step('archive', '归档', 'Archive', ['closed'], 'archived', [keeperHead, office, leader], { weight: 'more' }),
      extend('extend', '延长整改期限', 'More time to mend', 'fix', ['fixing'], [keeperHead, leader], false),
      extend('extend-major', '延长重大隐患整改期限', 'More time to mend a major one', 'fix-major', ['fixing'], [keeperHead, leader], false),
      ...common(open),
    ],
  },
}
