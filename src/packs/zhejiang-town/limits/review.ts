import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, pause, rowsOf } from './row.ts'

/**
 * 行政复议. Since 2024 the 3, 5, 7 and 10 days are working days (第八十八条); before, only 5 and 7 were (第四十条), so that the ten days in which
 * a town answers were calendar days.
 */
const row = rowsOf(words('行政复议法', 'Administrative Review Law'), '2024-01-01')
const rowBefore = rowsOf(words('行政复议法（2017）', 'Administrative Review Law (2017)'), '2017-09-01')
const validTo = '2024-01-01'
const stayed = [pause('stayed', '复议中止', 'review stayed', '第三十九条')]

export const reviewLimits: readonly Limit[] = [
  row('FY.APPLY', '申请复议', 'Apply for a review', 60, 'calendar', { clause: '第二十条' }),
  row('FY.CHECK', '审查是否受理', 'Check the application', 5, 'working', { clause: '第三十条' }),
  row('FY.FIX', '通知补正', 'Ask for correction', 5, 'working', { clause: '第三十一条' }),
  row('FY.CORRECT', '申请人补正', 'Applicant corrects', 10, 'working', { clause: '第三十一条' }),
  row('FY.SEND', '发送被申请人', 'Send to the respondent', 7, 'working', { clause: '第四十八条' }),
  row('FY.SEND_SIMPLE', '发送被申请人（简易程序）', 'Send to the respondent (simple procedure)', 3, 'working', { clause: '第五十四条' }),
  row('FY.TOWN_ANSWER', '书面答复并提交证据', 'Answer in writing with evidence', 10, 'working', { clause: '第四十八条' }),
  row('FY.TOWN_ANSWER_SIMPLE', '书面答复并提交证据（简易程序）', 'Answer in writing with evidence (simple procedure)', 5, 'working', { clause: '第五十四条' }),
  row('FY.DECIDE', '作出复议决定', 'Decide the review', 60, 'calendar', { clause: '第六十二条', extension: extended(30, 'leader', { clause: '第六十二条' }), pauses: stayed }),
  row('FY.DECIDE_SIMPLE', '作出复议决定（简易程序）', 'Decide the review (simple procedure)', 30, 'calendar', { clause: '第六十二条', pauses: stayed }),
  row('FY.CORRECTED', '报告意见书纠正情况', 'Report what was put right', 60, 'calendar', { clause: '第七十六条' }),
  rowBefore('FY.CHECK', '审查是否受理', 'Check the application', 5, 'working', { clause: '第十七条', validTo }),
  rowBefore('FY.SEND', '发送被申请人', 'Send to the respondent', 7, 'working', { clause: '第二十三条', validTo }),
  rowBefore('FY.TOWN_ANSWER', '书面答复并提交证据', 'Answer in writing with evidence', 10, 'calendar', { clause: '第二十三条', validTo }),
  rowBefore('FY.DECIDE', '作出复议决定', 'Decide the review', 60, 'calendar', { clause: '第三十一条', extension: extended(30, 'leader', { clause: '第三十一条' }), validTo }),
]
