import type { Field } from '../ledger/field.ts'
import type { UnitKey } from '../quantity/unit.ts'
import { unitKeys } from '../quantity/unit.ts'
import type { ColumnSurvey, TriedKind } from './survey-column.ts'

/** What a column seems to hold, and how many of its cells that kind would not take. */
export type Inferred = Pick<Field, 'kind' | 'personal' | 'unit' | 'decimals' | 'min' | 'format'> & { readonly choices: readonly string[]; readonly misfits: number }

/** A kind is believed where it takes this share of what is filled. */
const believed = 0.85

/** Longest word to choose, and the most words. */
const [longestChoice, mostChoices] = [20, 30]

/**
 * The kind of a column, by its title where the law or common use settles it and by its cells otherwise. Identity and account numbers are sealed;
 * names, phones and homes of people are restricted; a number that only tells things apart is text; few words that come again are choices.
 */
export const inferKind = (title: string, survey: ColumnSurvey): Inferred => {
  const { filled, reads, looks, values } = survey
  const plain: Inferred = { kind: survey.lines || survey.longest > 100 ? 'note' : 'text', choices: [], misfits: 0 }
  if (filled === 0) return plain
  const takes = (kind: TriedKind): boolean => reads[kind] >= filled * believed
  const as = (kind: TriedKind, more: Partial<Inferred> = {}): Inferred => ({ kind, choices: [], misfits: filled - reads[kind], ...more })
  if (/身份证|公民身份/.test(title) || looks.identity >= filled * believed) return { ...plain, kind: 'sealed', personal: 'sealed', format: 'citizen-number' }
  if (/证件号/.test(title)) return { ...plain, kind: 'sealed', personal: 'sealed' }
  if (/银行卡|银行账|账号|帐号|卡号/.test(title)) return { ...plain, kind: 'sealed', personal: 'sealed' }
  if (/信用代码/.test(title)) return { ...plain, format: 'credit-code' }
  if (/电话|手机/.test(title) || looks.phone >= filled * believed) return { ...plain, personal: 'restricted', format: 'phone' }
  if (/姓名|户主|联系人|当事人|法定代表人|法人代表|名字/.test(title) || /联系方式/.test(title) || /住址|家庭地址|户籍地|居住地/.test(title)) return { ...plain, personal: 'restricted' }
  if (takes('org')) return as('org')
  if (/编号|编码|代码|号码|证号|文号|邮编|学号|车牌|批号/.test(title) || looks.zero > 0) return plain
  if (takes('day')) return as('day')
  if (takes('period') && (reads.period > reads.integer || /年度|年份|季度|月份|期$|所属期/.test(title))) return as('period')
  if (takes('flag')) return as('flag')
  if (takes('decimal')) return number(title, survey, as)
  return values !== null && isChoice(title, survey, values) ? { kind: 'choice', choices: values, misfits: 0 } : plain
}

const number = (title: string, survey: ColumnSurvey, as: (kind: TriedKind, more?: Partial<Inferred>) => Inferred): Inferred => {
  const unit = survey.unit ?? unitInTitle(title)
  const whole = survey.reads.integer === survey.reads.decimal && !(unit !== undefined && measured.has(unit))
  return as(whole ? 'integer' : 'decimal', { misfits: survey.filled - survey.reads.decimal, ...(unit !== undefined && { unit }), ...(!whole && { decimals: Math.min(12, Math.max(2, survey.decimals)) }), ...(!survey.negative && { min: '0' }) })
}

/** What is measured rather than counted may be broken tomorrow though every row of today is whole. */
const measured: ReadonlySet<UnitKey> = new Set(['元', '%', '亩', '公顷', '平方米', '平方公里', '公里', '米', '立方米', '吨', '公斤', '吨标煤', '千瓦时'])

/** 头数, 亩数, 户数 name their unit themselves. */
const unitInTitle = (title: string): UnitKey | undefined => {
  const named = /(.)数$/.exec(title)?.[1]
  return unitKeys.find((key) => key === named)
}

const isChoice = (title: string, survey: ColumnSurvey, values: readonly string[]): boolean => {
  if (values.length > mostChoices || survey.longest > longestChoice || /人员?$|员$|者$|备注|说明|内容|名称|地址|地点|位置|事由/.test(title)) return false
  const often = /类别|类型|种类|性质|状态|等级|级别|方式|来源|结果|品种|程度|情况/.test(title) ? 1.5 : 3
  return survey.filled >= 3 && values.length * often <= survey.filled
}
