import type { Field } from '../ledger/field.ts'
import type { ConditionSign } from '../ledger/conditions.ts'
import { parseConditions } from '../ledger/conditions.ts'
import { isProblem } from '../ledger/kinds/kind.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { ListWords } from '../ledger/list-query.ts'
import { parseOrder } from '../ledger/list-order.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { Lang, Words } from '../words.ts'
import { words } from '../words.ts'
import { spanTitles } from './sheet-heads.ts'

/** What a list was asked for, in words a person reads. */
export type FilterText = { readonly filter: string; readonly order: string }

/** Tells the filter and the order of a list: '日期 ≥ 2023-01-01；类别：猪'. */
export const filterText = (ledger: Ledger, asked: ListWords & { readonly voided: boolean }, orgText: (code: string) => string, lang: Lang): FilterText => {
  const zh = lang === 'zh'
  const title = (key: string): string => findField(ledger, key)?.title[lang] ?? (key === 'valid_from' || key === 'valid_to' ? spanTitles[key][lang] : key)
  const seek = (asked.q ?? '').trim()
  const parts = [
    ...(seek === '' ? [] : [zh ? `含“${seek}”` : `containing "${seek}"`]),
    ...parseConditions(asked.where).map((condition) => {
      if (typeof condition === 'string') return condition
      const { sign, values } = condition
      const field = findField(ledger, condition.field)
      const told = values.map((value) => (field === undefined ? value : value === '' ? (zh ? '空' : 'empty') : valueText(field, value, orgText, lang))).join(zh ? '、' : ' or ')
      return `${title(condition.field)}${signs[sign][lang]}${told}`
    }),
    ...(asked.voided ? [zh ? '含作废条目' : 'void entries too'] : []),
  ]
  const order = parseOrder(asked.sort).map(({ key, desc }) => `${title(key)}${desc !== (asked.desc === true) ? (zh ? '（降序）' : ' (descending)') : zh ? '（升序）' : ' (ascending)'}`)
  return {
    filter: parts.length === 0 ? (zh ? '全部' : 'all') : parts.join(zh ? '；' : '; '),
    order: order.length === 0 ? (zh ? '新的在前' : 'newest first') : order.join(zh ? '、' : ', '),
  }
}

const signs: Readonly<Record<ConditionSign, Words>> = { ':': words('：', ': '), '~': words('含', ' contains '), '^': words('属于', ' under '), '>=': words(' ≥ ', ' ≥ '), '<=': words(' ≤ ', ' ≤ '), '?': words('有值', ' has a value'), '!': words('为空', ' is empty') }

const valueText = (field: Field, raw: string, orgText: (code: string) => string, lang: Lang): string => {
  const { parse, format } = kindOf(field)
  const value = parse(raw, field)
  if (value === null || isProblem(value)) return raw
  return field.kind === 'org' ? orgText(String(value)) : format(value, field, lang)
}
