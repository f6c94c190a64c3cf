import type { Limit } from '../../../core/matter/limit.ts'
import { words } from '../../../core/words.ts'
import { extended, rowsOf } from './row.ts'

/** 社会救助 by the province's stricter rule and the nation's, 农村集体资产, 流动人口 and 特种作业. A law whose first day is not at hand counts from the next year's. */
const relief = rowsOf(words('浙江省社会救助条例', 'Zhejiang Regulations on Social Assistance'), '2015-01-01')
const nation = rowsOf(words('最低生活保障审核确认办法（民发〔2021〕57号）', 'National measures on minimum living allowance (2021 No. 57)'), '2021-07-01', 'custom')
const assets = rowsOf(words('浙江省农村集体资产管理条例', 'Zhejiang Regulations on Rural Collective Assets'), '2017-01-01')
const collective = rowsOf(words('农村集体经济组织法', 'Rural Collective Economic Organisations Law'), '2025-05-01')
const migrant = rowsOf(words('浙江省流动人口居住登记条例', 'Zhejiang Regulations on Residence Registration'), '2017-01-01')
const operator = rowsOf(words('特种作业人员安全技术培训考核管理规定', 'Rules on Special-operation Workers'), '2010-07-01')

export const peopleLimits: readonly Limit[] = [
  relief('DB.TOWN', '调查并提出初步意见', 'Look into it and give a first opinion', 15, 'working'),
  relief('DB.POST', '公示', 'Post the list', 7, 'calendar', { bound: 'least' }),
  relief('DB.COUNTY', '县级决定', 'County decides', 5, 'working'),
  nation('DB.ALL', '审核确认', 'Review and confirm', 30, 'working', { extension: extended(15, 'leader') }),
  assets('CJ.MAJOR', '公开重大财务事项', 'Publish a major finance item', 5, 'calendar'),
  assets('CJ.COMMENT', '表决前征求意见', 'Ask members before the vote', 15, 'calendar', { bound: 'least' }),
  collective('CJ.MEETING', '通知成员大会', "Give notice of the members' meeting", 10, 'calendar', { bound: 'before' }),
  migrant('LDRK.REPORT', '报送用工、出租信息', 'Report a hire or a letting', 3, 'working'),
  operator('TZ.REVIEW', '特种作业操作证复审', 'Review of the card', 36, 'month', { clause: '第二十一条' }),
  operator('TZ.REVIEW_LONG', '特种作业操作证复审（连续从事十年以上）', 'Review of the card after ten years in the trade', 72, 'month', { clause: '第二十一条' }),
  operator('TZ.APPLY', '申请复审起始日', 'First day to ask for the review', 60, 'calendar', { clause: '第二十二条', bound: 'before' }),
  operator('TZ.EXPIRY', '特种作业操作证有效期', 'Term of the card', 72, 'month', { clause: '第十九条' }),
]
