import type { Limit } from '../../src/core/matter/limit.ts'
import type { Effect } from '../../src/core/matter/procedure.ts'
import { words } from '../../src/core/words.ts'
import { choice, dayField, note, whole } from '../../src/packs/zhejiang-town/declare.ts'
import { asked, clock, common, holder, keeper, leader, noted, set, start, state, step, stop, suspend, toOrg } from '../../src/packs/zhejiang-town/procedures/parts.ts'
import type { MatterPlan } from '../../src/packs/zhejiang-town/procedures/plan.ts'
import { later, ofKind } from '../../src/packs/zhejiang-town/procedures/plan.ts'

const limit = (key: string, value: number, unit: Limit['unit'], bound: Limit['bound'], more: Partial<Limit> = {}): readonly Limit[] => [{ key, value, unit, title: words(key, key), law: words('规则', 'Rules'), bound, validFrom: '2010-01-01', sure: 'setting', ...more }]
const move = (act: 'extend' | 'shorten', clockKey: string): Effect => ({ do: act, clock: clockKey })
const open = ['begun', 'waiting'] as const

/** An invented permit card in which everything happens that a procedure can say of a limit: shortened, windowed before an event, asked for ahead, ended by a named day, standing still, and handed over without being taken. */
export const card: MatterPlan = {
  fields: [choice('kind', '类别', 'Kind', [['plain', '一般', 'plain'], ['hard', '复杂', 'hard']]), later(dayField('work', '作业日', 'Day of work'))],
  procedure: {
    states: [state('begun', '已受理', 'Begun'), state('waiting', '待补正', 'Waiting', 'held'), state('over', '办结', 'Over', 'done')],
    first: 'begun',
    main: ['handle', 'ordered'],
    acceptWithin: 2,
    clocks: [
      clock('handle', '办理', 'Handling', limit('ZY.HANDLE', 20, 'working', 'most', { extension: { value: 15, approver: 'leader', notice: true }, pauses: [{ key: 'expert', title: words('鉴定', 'Expert') }] }), { opens: true }),
      clock('comment', '公示', 'Notice', limit('ZY.COMMENT', 10, 'calendar', 'least', { shortening: { least: 3, approver: 'leader' }, extension: { value: 5, approver: 'leader', notice: false } }), { opens: true }),
      clock('month', '复查', 'Review', limit('ZY.MONTH', 1, 'month', 'most', { extension: { value: 1, approver: 'leader', notice: false } }), { when: ofKind('hard'), opens: true }),
      clock('window', '开票', 'Card', limit('ZY.WINDOW', 3, 'working', 'before')),
      clock('apply', '申请', 'Application', limit('ZY.APPLY', 2, 'calendar', 'before')),
      clock('ordered', '责令改正', 'Order', limit('ZY.ORDER', 60, 'calendar', 'most', { extension: { value: 10, approver: 'leader', notice: false } })),
      clock('view', '会办', 'Views', limit('ZY.VIEW', 6, 'working', 'most')),
      clock('answer', '补正', 'Answer', limit('ZY.ANSWER', 5, 'working', 'most'), { party: true }),
    ],
    steps: [
      step('plan', '定作业日', 'Name the day', open, undefined, [holder], { asks: [dayField('work', '作业日', 'Day of work', { required: true })], effects: [start('window', { day: 'work' }), start('apply', { day: 'work' }), set('work', 'given')] }),
      step('card', '开票', 'Open the card', open, undefined, [holder, keeper], { after: 'window' }),
      step('early', '预约', 'Book', open, undefined, [holder, keeper], { within: 'apply' }),
      step('order', '责令改正', 'Order', open, undefined, [holder, leader], { asks: [dayField('by', '限期', 'By')], effects: [start('ordered', { until: 'by' })] }),
      step('more', '延期', 'More time', open, undefined, [leader, keeper], { ahead: { clocks: ['handle', 'month'], value: 2, unit: 'working' }, asks: [whole('more', '延长', 'More', { required: true, min: '1' }), dayField('notice', '告知日', 'Told on'), note('note', '理由', 'Reason')], effects: [move('extend', 'handle'), { ...move('extend', 'month'), when: ofKind('hard') }] }),
      step('more-ordered', '延长责令期限', 'More time for the order', open, undefined, [leader, keeper], { ahead: { clocks: ['ordered'], value: 1, unit: 'month' }, asks: [whole('more', '延长', 'More', { required: true }), noted('理由', 'Reason')], effects: [move('extend', 'ordered')] }),
      step('hurry', '缩短公示', 'Shorten the notice', open, undefined, [leader, keeper], { asks: [whole('less', '缩至', 'To', { required: true }), note('note', '理由', 'Reason')], effects: [move('shorten', 'comment')] }),
      step('hurry-all', '缩短办理', 'Shorten the handling', open, undefined, [leader], { asks: [whole('less', '缩至', 'To', { required: true }), noted('理由', 'Reason')], effects: [{ ...move('shorten', 'handle'), when: ofKind('hard') }] }),
      step('longer', '延长公示', 'Lengthen the notice', open, undefined, [leader, keeper], { asks: [whole('more', '延长', 'More', { required: true }), noted('理由', 'Reason')], effects: [move('extend', 'comment')] }),
      step('call', '通知补正', 'Ask for more', ['begun'], 'waiting', [holder], { effects: [start('answer')] }),
      step('answered', '收到补正', 'Answered', ['waiting'], 'begun', [holder, keeper], { within: 'answer', effects: [stop('answer')] }),
      step('send', '征求意见', 'Ask another', open, undefined, [holder], { asks: [toOrg()], effects: [{ do: 'ask' }] }),
      step('keep', '不接收', 'Not taken', open, undefined, [asked], { effects: [{ do: 'hold', by: 'holder' }, { do: 'count', what: 'returned' }] }),
      step('views', '请会办', 'Ask for views', open, undefined, [holder, keeper], { asks: [toOrg()], effects: [{ do: 'whistle', clock: 'view' }] }),
      step('reply', '答复', 'Reply', open, undefined, [holder, keeper], { answers: 'all', effects: [stop('view')] }),
      step('settle', '办结', 'Settle', ['begun'], 'over', [holder, keeper], { after: 'comment', otherThan: ['plan', 'card'], effects: [stop('handle'), stop('comment'), stop('month'), stop('window'), stop('apply'), stop('ordered')] }),
      step('again', '重办', 'Again', ['over'], 'begun', [keeper, leader], { effects: [start('handle'), { do: 'reopen', clock: 'comment' }, { do: 'count', what: 'redone' }] }),
      ...suspend('handle', open, [['expert', '鉴定', 'Expert'], ['other', '其他', 'Other']]),
      ...common(open),
    ],
  },
}
