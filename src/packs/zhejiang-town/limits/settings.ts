import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, rowsOf } from './row.ts'

/** What no law fixes in one number, and a town sets for itself: what stands here is common practice to begin with. */
const from = '2010-01-01'
const hotline = rowsOf(words('12345热线办理规则', 'Rules of the 12345 hotline'), from, 'setting')
const hazard = rowsOf(words('镇安全隐患闭环管理办法（可改）', "The town's own rule (may be changed)"), from, 'setting')
const river = rowsOf(words('河长制工作规则', 'Rules on river chiefs'), from, 'setting')
const problem = rowsOf(words('问题整改要求', 'Demands on putting problems right'), from, 'setting')
const wages = rowsOf(words('欠薪化解工作制度', 'Rules on settling wage claims'), from, 'setting')

export const settingLimits: readonly Limit[] = [
  hotline('RX.SIGN', '签收工单', 'Sign for the order', 1, 'working'),
  hotline('RX.RETURN', '退单', 'Return the order', 1, 'working'),
  hotline('RX.CONTACT', '首次联系', 'First contact', 1, 'calendar'),
  hotline('RX.CONSULT', '办理咨询类工单', 'Settle a question', 3, 'working', { extension: extended(20, 'head') }),
  hotline('RX.HELP', '办理求助类工单', 'Settle a call for help', 5, 'working', { extension: extended(20, 'head') }),
  hotline('RX.COMPLAIN', '办理投诉举报类工单', 'Settle a complaint', 7, 'working', { extension: extended(20, 'head') }),
  hotline('RX.ASK_MORE', '申请延期', 'Ask for more time', 1, 'calendar', { bound: 'before' }),
  hotline('RX.CALLBACK', '回访', 'Call back', 3, 'working'),
  hotline('RX.REDO', '不满意重办', 'Settle again after dissatisfaction', 5, 'working'),
  hazard('YH.ASSIGN', '交办', 'Assigning', 2, 'working'),
  hazard('YH.REPORT', '重大隐患上报', 'Reporting a major hazard', 1, 'calendar'),
  hazard('YH.SIGN', '签收', 'Signing', 1, 'working'),
  hazard('YH.FIX', '一般隐患整改', 'Mending a general hazard', 15, 'calendar', { extension: extended(15, 'head', { notice: false }) }),
  hazard('YH.FIX_MAJOR', '重大隐患整改', 'Mending a major hazard', 60, 'calendar', { extension: extended(30, 'head', { notice: false }) }),
  hazard('YH.CHECK', '核查', 'Checking', 3, 'working'),
  river('HZ.REPORT', '核实报告的问题', 'Look into what was reported', 2, 'working'),
  river('HZ.FIX', '整改河道问题', 'Put a river problem right', 10, 'working', { extension: extended(20, 'head') }),
  problem('WT.PLAN', '制定整改方案', 'Lay down the plan', 10, 'working'),
  problem('WT.FIX', '完成整改', 'Put it right', 60, 'calendar', { extension: extended(60, 'leader') }),
  problem('WT.CHECK', '验收整改', 'Accept the work', 10, 'working'),
  problem('LS.PLAN', '提出化解方案', 'Propose how to settle it', 30, 'calendar'),
  problem('LS.SETTLE', '化解历史遗留问题', 'Settle a legacy problem', 12, 'month', { extension: extended(12, 'leader') }),
  wages('QX.MEDIATE', '先行调解', 'Mediate first', 7, 'working', { extension: extended(8, 'head') }),
]
