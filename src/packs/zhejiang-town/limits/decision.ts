import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { rowsOf } from './row.ts'

/** 重大行政决策, whose limits are minimums a town observes by reference (第四十二条), and the legality check of 规范性文件, which has both ends. */
const decision = rowsOf(words('重大行政决策程序暂行条例', 'Interim Regulations on Major Administrative Decisions'), '2019-09-01')
const paper = rowsOf(words('国办发〔2018〕115号', 'State Council Office paper 2018 No. 115'), '2018-12-04', 'custom')

export const decisionLimits: readonly Limit[] = [
  decision('JC.COMMENT', '公开征求意见', 'Ask the public', 30, 'calendar', { clause: '第十五条', bound: 'least', shortening: { least: 1, approver: 'leader', clause: '第十五条' } }),
  decision('JC.HEARDOC', '送达听证材料', 'Hand out the papers of the hearing', 7, 'calendar', { clause: '第十六条', bound: 'before' }),
  decision('JC.LEGAL', '合法性审查', 'Legality check', 7, 'working', { clause: '第二十六条', bound: 'least' }),
  paper('GF.LEGAL_LEAST', '合法性审核最短时间', 'Shortest legality check', 5, 'working', { bound: 'least' }),
  paper('GF.LEGAL', '合法性审核最长时间', 'Longest legality check', 15, 'working'),
]
