import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, rowsOf } from './row.ts'

/** 代表建议, which run in months from the assignment, and the sessions of a town's congress, whose limits count back from the day of the session. */
const deputies = rowsOf(words('代表法', 'Deputies Law'), '2025-03-11')
const deputiesBefore = rowsOf(words('代表法（2015）', 'Deputies Law (2015)'), '2015-08-29')
const province = rowsOf(words('浙江省人民代表大会代表建议、批评和意见办理的规定', "Zhejiang Rules on Handling Deputies' Suggestions"), '2016-05-27')
const town = rowsOf(words('浙江省乡镇人民代表大会工作条例', "Zhejiang Regulations on Town Congresses"), '2017-01-01')
const budget = rowsOf(words('预算法', 'Budget Law'), '2015-01-01')
const validTo = '2025-03-11'
const more = extended(3, 'leader', { clause: '浙江省办理规定第二十一条', notice: false })

export const congressLimits: readonly Limit[] = [
  deputies('RD.REPLY', '答复代表建议', "Answer a deputy's suggestion", 3, 'month', { clause: '第五十一条', extension: more }),
  deputies('RD.HARD', '答复涉及面广、处理难度大的建议', 'Answer a wide or difficult suggestion', 6, 'month', { clause: '第五十一条' }),
  deputiesBefore('RD.REPLY', '答复代表建议', "Answer a deputy's suggestion", 3, 'month', { clause: '第四十二条', extension: more, validTo }),
  deputiesBefore('RD.HARD', '答复涉及面广、处理难度大的建议', 'Answer a wide or difficult suggestion', 6, 'month', { clause: '第四十二条', validTo }),
  province('RD.REDO', '不满意重新答复', 'Answer again after dissatisfaction', 1, 'month', { clause: '第二十四条' }),
  province('RD.RETURN', '退回不属本单位的建议', 'Return what is not its own', 10, 'calendar', { clause: '第十四条' }),
  province('RD.COHANDLE', '会办单位提出意见', 'Co-handler gives its view', 2, 'month', { clause: '第十八条' }),
  town('RDH.NOTICE', '通知开会日期和议题', 'Give notice of the session', 7, 'calendar', { bound: 'before' }),
  town('RDH.PAPERS', '送达会议材料', 'Hand out the papers of the session', 1, 'calendar', { bound: 'before' }),
  budget('YS.PUBLIC', '公开预算决算', 'Publish the budget', 20, 'calendar', { clause: '第十四条' }),
]
