import type { Field } from '../ledger/field.ts'
import { narrow } from './cell.ts'

/** Words clerks head a column with, by what they mean. A field whose title is one of a group is known by the others too. */
const groups: readonly (readonly string[])[] = [
  ['单位', '村', '村名', '村（社区）', '村社区', '社区', '村居', '所属村', '所在村', '行政村', '属地', '科室', '部门', '责任单位', '填报单位', '所属单位'],
  ['日期', '时间', '登记日期', '填报日期', '发生日期', '办理日期', '交售日期', '检查日期', '年月日'],
  ['姓名', '名字', '人员', '联系人', '当事人'],
  ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式'],
  ['身份证号', '身份证', '身份证号码', '公民身份号码', '证件号码'],
  ['统一社会信用代码', '信用代码', '社会信用代码', '机构代码', '组织机构代码'],
  ['企业名称', '企业', '公司名称', '公司', '单位名称', '名称'],
  ['地址', '住址', '地点', '位置', '坐落', '详细地址'],
  ['金额', '资金', '总额', '合计金额', '投入资金', '资金投入'],
  ['数量', '个数', '件数', '数目'],
  ['面积', '占地面积', '亩数', '种植面积'],
  ['头数', '出栏数', '出栏', '数量'],
  ['类别', '类型', '种类', '分类', '品种'],
  ['备注', '说明', '其他', '情况说明'],
  ['状态', '进度', '完成情况', '办理情况'],
  ['起始日期', '启用日期', '开始日期', '起始日', '生效日期'],
  ['终止日期', '结束日期', '终止日', '到期日', '注销日期'],
]

/** Other words for what a field is called. */
export const synonyms = (field: Field): readonly string[] => {
  const known = bareTitle(field.title.zh)
  return groups.filter((group) => group.includes(known)).flatMap((group) => group.filter((word) => word !== known))
}

/** Words that say what a column holds whatever it is called: the day of a row, and its organisation. */
export const kindWords = (field: Field): readonly string[] => (field.kind === 'day' && field.required === true ? (groups[1] ?? []) : field.kind === 'org' && field.required === true ? (groups[0] ?? []) : [])

/** A title without what stands in brackets at its end, spaces, stars and colons; Latin letters small. */
export const bareTitle = (title: string): string => narrow(title).toLowerCase().replace(/\s+|[*:_]/g, '').replace(/(.)\([^()]*\)$/, '$1')
