import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, pause, rowsOf } from './row.ts'

/** 信访: the rules of 2022 and, for what began before them, those of 2005. 日 is a calendar day; the one limit in working days says so. */
const row = rowsOf(words('信访工作条例', 'Rules on Petition Work'), '2022-05-01')
const rowBefore = rowsOf(words('信访条例（2005）', 'Regulations on Petitions (2005)'), '2005-05-01')
const validTo = '2022-05-01'
const hearing = (clause: string) => [pause('hearing', '举行听证', 'hearing', clause)]

export const petitionLimits: readonly Limit[] = [
  row('XF.INTAKE', '登记转送交办', 'Register and forward', 15, 'calendar', { clause: '第二十二条' }),
  row('XF.TELL', '书面告知受理情况', 'Tell the petitioner in writing', 15, 'calendar', { clause: '第二十三条' }),
  row('XF.OBJECT', '对转送交办提出异议', 'Object to being assigned', 5, 'working', { clause: '第二十三条' }),
  row('XF.HANDLE', '办结并出具处理意见书', 'Settle with a written opinion', 60, 'calendar', { clause: '第三十四条', extension: extended(30, 'leader', { clause: '第三十四条' }) }),
  row('XF.ASK_REVIEW', '请求复查', 'Ask for a review', 30, 'calendar', { clause: '第三十五条' }),
  row('XF.REVIEW', '提出复查意见', 'Answer the review', 30, 'calendar', { clause: '第三十五条' }),
  row('XF.ASK_RERE', '请求复核', 'Ask for a second review', 30, 'calendar', { clause: '第三十六条' }),
  row('XF.RERE', '提出复核意见', 'Answer the second review', 30, 'calendar', { clause: '第三十六条', pauses: hearing('第三十六条') }),
  rowBefore('XF.INTAKE', '登记转送交办', 'Register and forward', 15, 'calendar', { clause: '第二十一条', validTo }),
  rowBefore('XF.TELL', '书面告知是否受理', 'Tell the petitioner in writing', 15, 'calendar', { clause: '第二十二条', validTo }),
  rowBefore('XF.HANDLE', '办结', 'Settle', 60, 'calendar', { clause: '第三十三条', extension: extended(30, 'leader', { clause: '第三十三条' }), validTo }),
  rowBefore('XF.ASK_REVIEW', '请求复查', 'Ask for a review', 30, 'calendar', { clause: '第三十四条', validTo }),
  rowBefore('XF.REVIEW', '提出复查意见', 'Answer the review', 30, 'calendar', { clause: '第三十四条', validTo }),
  rowBefore('XF.ASK_RERE', '请求复核', 'Ask for a second review', 30, 'calendar', { clause: '第三十五条', validTo }),
  rowBefore('XF.RERE', '提出复核意见', 'Answer the second review', 30, 'calendar', { clause: '第三十五条', pauses: hearing('第三十五条'), validTo }),
]
