import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, pause, rowsOf } from './row.ts'

/**
 * 劳动保障监察 (written in working days), 行政处罚 (2, 3, 5 and 7 days are working days, 第八十五条; 15 and 90 are not), and 双随机. The ninety days to decide stand in the law since July
 * 2021 only; before, days were counted as they pass.
 */
const labour = rowsOf(words('浙江省劳动保障监察条例', 'Zhejiang Regulations on Labour Inspection'), '2005-07-01')
const penalty = rowsOf(words('行政处罚法', 'Administrative Penalty Law'), '2021-07-15')
const penaltyBefore = rowsOf(words('行政处罚法（2017）', 'Administrative Penalty Law (2017)'), '2018-01-01', 'custom')
const validTo = '2021-07-15'
const random = rowsOf(words('国发〔2019〕5号', 'State Council paper 2019 No. 5'), '2019-01-27', 'custom')

export const enforcementLimits: readonly Limit[] = [
  labour('LB.ACCEPT', '决定是否受理投诉', 'Take the complaint or not', 5, 'working', { clause: '第二十三条' }),
  labour('LB.INVEST', '完成调查', 'Finish the investigation', 60, 'working', {
    clause: '第三十条',
    extension: extended(30, 'head', { clause: '第三十条' }),
    pauses: [pause('party-gone', '当事人逃匿', 'the party has fled', '第三十条'), pause('no-evidence', '无法取得相关证据', 'evidence cannot be had', '第三十条'), pause('by-law', '其他法定事由', 'another cause by law', '第三十条')],
  }),
  labour('LB.TELL', '告知投诉人延期或中止', 'Tell the complainant of more time', 3, 'calendar', { clause: '第三十条' }),
  penalty('CF.EVIDENCE', '处理先行登记保存的证据', 'Decide on evidence held', 7, 'working', { clause: '第五十六条' }),
  penalty('CF.HEARASK', '要求听证', 'Ask for a hearing', 5, 'working', { clause: '第六十四条' }),
  penalty('CF.HEARNOTE', '通知听证时间地点', 'Give notice of the hearing', 7, 'working', { clause: '第六十四条', bound: 'before' }),
  penalty('CF.DECIDE', '作出处罚决定', 'Decide the penalty', 90, 'calendar', { clause: '第六十条', pauses: [pause('hearing', '听证', 'hearing'), pause('appraisal', '检验检测鉴定', 'inspection or appraisal')] }),
  penalty('CF.DELIVER', '送达决定书', 'Serve the decision', 7, 'working', { clause: '第六十一条' }),
  penalty('CF.PAY', '缴纳罚款', 'Pay the fine', 15, 'calendar', { clause: '第六十七条' }),
  penalty('CF.WITHDRAW', '撤回已公开的决定', 'Withdraw a published decision', 3, 'working', { clause: '第四十八条' }),
  penaltyBefore('CF.EVIDENCE', '处理先行登记保存的证据', 'Decide on evidence held', 7, 'calendar', { clause: '第三十七条', validTo }),
  penaltyBefore('CF.HEARASK', '要求听证', 'Ask for a hearing', 3, 'calendar', { clause: '第四十二条', validTo }),
  penaltyBefore('CF.HEARNOTE', '通知听证时间地点', 'Give notice of the hearing', 7, 'calendar', { clause: '第四十二条', bound: 'before', validTo }),
  penaltyBefore('CF.DELIVER', '送达决定书', 'Serve the decision', 7, 'calendar', { clause: '第四十条', validTo }),
  penaltyBefore('CF.PAY', '缴纳罚款', 'Pay the fine', 15, 'calendar', { clause: '第四十六条', validTo }),
  random('SJ.PUBLISH', '公示抽查结果', 'Publish the result of a random check', 20, 'working'),
]
