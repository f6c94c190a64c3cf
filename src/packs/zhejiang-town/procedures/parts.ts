import type { Field } from '../../../core/ledger/field.ts'
import type { Limit } from '../../../core/matter/limit.ts'
import type { ClockRule, Effect, State, Step, Who } from '../../../core/matter/procedure.ts'
import { words } from '../../../core/words.ts'
import { choice, dayField, note, text } from '../declare.ts'

/** The short forms in which procedures are written down, and the steps that any matter may take. */

export const state = (key: string, zh: string, en: string, kind: State['kind'] = 'open'): State => ({ key, title: words(zh, en), kind })

export const clock = (key: string, zh: string, en: string, limits: readonly Limit[], more: Partial<ClockRule> = {}): ClockRule => ({ key, title: words(zh, en), limits, ...more })

export const step = (key: string, zh: string, en: string, from: readonly string[], to: string | undefined, who: readonly Who[], more: Partial<Step> = {}): Step => ({ key, title: words(zh, en), from, ...(to === undefined ? {} : { to }), who, ...more })

export const holder: Who = { is: 'holder' }
export const holderHead: Who = { is: 'holder', role: 'head' }
export const keeper: Who = { is: 'keeper' }
export const keeperHead: Who = { is: 'keeper', role: 'head' }
export const asked: Who = { is: 'asked' }
export const first: Who = { is: 'first' }
export const covering: Who = { is: 'covering' }
export const office: Who = { is: 'role', role: 'office' }
export const leader: Who = { is: 'role', role: 'leader' }

export const noted = (zh = '说明', en = 'Note', required = true): Field => note('note', zh, en, { required, maxLength: 4000 })
export const files = (zh = '照片和附件', en = 'Photos and files', required = false): Field => ({ key: 'files', title: words(zh, en), kind: 'file', max: '9', required })
export const place = (required = false): Field => text('place', '位置（经纬度）', 'Position', { required, maxLength: 60 })
export const toOrg = (zh = '移交单位', en = 'Given to'): Field => ({ key: 'to_org', title: words(zh, en), kind: 'org', required: true })
export const toPerson: Field = { key: 'to_person', title: words('承办人', 'Handled by'), kind: 'reference', ledger: 'person', required: true }
export const dayGiven = (key: string, zh: string, en: string, required = true): Field => dayField(key, zh, en, { required })
export const choiceGiven = choice

export const start = (clockKey: string, more: Partial<Extract<Effect, { do: 'start' }>> = {}): Effect => ({ do: 'start', clock: clockKey, ...more })
export const stop = (clockKey: string): Effect => ({ do: 'stop', clock: clockKey })
export const reopen = (clockKey: string): Effect => ({ do: 'reopen', clock: clockKey })
export const set = (field: string, from: Extract<Effect, { do: 'set' }>['from'], more: Partial<Extract<Effect, { do: 'set' }>> = {}): Effect => ({ do: 'set', field, from, ...more })

/** More time, asked of the one who may grant it: how much, when the party was told, and why. */
export const extend = (key: string, zh: string, en: string, clockKey: string, from: readonly string[], who: readonly Who[], notice = true): Step =>
  step(key, zh, en, from, undefined, who, {
    weight: 'more',
    asks: [{ key: 'more', title: words('延长（按时限单位）', 'More time, in the unit of the limit'), kind: 'integer', min: '1', required: true }, dayGiven('notice', '告知当事人日期', 'Party told on', notice), noted('延长理由', 'Reason')],
    effects: [{ do: 'extend', clock: clockKey }],
  })

/** A clock stands still for a reason its clause names, and goes on when that is over. */
export const suspend = (clockKey: string, from: readonly string[], reasons: readonly (readonly [key: string, zh: string, en: string])[], who: readonly Who[] = [holder]): readonly Step[] => [
  step('suspend', '中止计时', 'Let the clock stand still', from, undefined, who, { weight: 'more', asks: [choice('pause', '事由', 'Reason', reasons), noted('说明', 'Note')], effects: [{ do: 'suspend', clock: clockKey }] }),
  step('resume', '恢复计时', 'Let the clock go on', from, undefined, who, { asks: [noted('说明', 'Note', false)], effects: [{ do: 'resume', clock: clockKey }] }),
]

/**
 * What any matter may meet on its way: handed over and accepted or declined (首问负责), helped by others (吹哨), listed (挂牌), raised (提级), nudged (催办), noted, and given to
 * another hand of the same office. A hand-over that is declined or not accepted goes back to the org first asked, or stays with the `holder` where an office has signed for the
 * case by a step of its own.
 */
export const common = (open: readonly string[], declined: 'first' | 'holder' = 'first'): readonly Step[] => [
  step('hand-over', '移交', 'Hand over', open, undefined, [holder, keeper, office], { weight: 'more', asks: [toOrg(), noted('移交理由', 'Reason')], effects: [{ do: 'ask' }] }),
  step('accept', '接收', 'Accept', ['*'], undefined, [asked], { asks: [noted('说明', 'Note', false)], effects: [{ do: 'hold', by: 'asked' }, { do: 'own', by: 'doer' }] }),
  step('decline', '退回移交', 'Decline', ['*'], undefined, [asked], { asks: [noted('退回理由', 'Reason')], effects: notTaken[declined] }),
  step('bounce', '逾期未接收退回', 'Returned unaccepted', ['*'], undefined, [asked], { own: true, effects: notTaken[declined] }),
  step('designate', '指定承办人', 'Name who handles it', open, undefined, [holderHead, keeperHead, office], { weight: 'more', asks: [toPerson, noted('说明', 'Note', false)], effects: [{ do: 'own', by: 'given' }] }),
  step('whistle', '吹哨', 'Call for help', open, undefined, [holder, office], { weight: 'more', asks: [toOrg('请求单位', 'Called'), noted('请求事项', 'What is asked')], effects: [{ do: 'whistle' }] }),
  step('report-in', '报到', 'Answer the call', ['*'], undefined, [{ is: 'whistled' }], { asks: [noted('办理情况', 'What was done'), files()], effects: [{ do: 'answer' }] }),
  step('list-up', '挂牌督办', 'List', open, undefined, [leader, office], { weight: 'more', asks: [noted('挂牌理由', 'Reason')], effects: [{ do: 'list', on: true }] }),
  step('list-off', '摘牌', 'Take off the list', ['*'], undefined, [leader, office], { weight: 'more', asks: [noted('摘牌理由', 'Reason')], effects: [{ do: 'list', on: false }] }),
  step('raise', '提级', 'Raise', open, undefined, [holder, keeper, office], { weight: 'more', asks: [noted('提级理由', 'Reason')], effects: [{ do: 'raise' }] }),
  step('nudge', '催办', 'Nudge', ['*'], undefined, [leader, office, keeper], { weight: 'more', asks: [noted('催办要求', 'What is asked', false)], effects: [{ do: 'nudge' }] }),
  step('note', '记进展', 'Note progress', open, undefined, [holder, { is: 'owner' }], { weight: 'more', asks: [noted('进展', 'Progress'), files(), place()] }),
]

const notTaken: Readonly<Record<'first' | 'holder', readonly Effect[]>> = {
  first: [{ do: 'hold', by: 'first' }, { do: 'own', by: 'nobody' }, { do: 'count', what: 'returned' }],
  holder: [{ do: 'hold', by: 'holder' }, { do: 'count', what: 'returned' }],
}
