import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { unitOf } from '../quantity/unit.ts'
import type { Lang, Words } from '../words.ts'
import { words } from '../words.ts'

/** The days of a register's entry, which every such ledger has beside its fields. */
export const spanTitles: Readonly<Record<'valid_from' | 'valid_to', Words>> = { valid_from: words('起始日', 'From'), valid_to: words('终止日', 'Until') }

/** Fields that make a column: a structured document does not, nor what is retired. */
export const columnFields = (ledger: Ledger): readonly Field[] => ledger.fields.filter((field) => field.kind !== 'document' && field.kind !== 'file' && field.retired !== true)

/** What heads the columns of a ledger's sheet, by field key: the title with its unit, a number behind it where two fields would read alike. */
export const sheetHeads = (ledger: Ledger, lang: Lang): ReadonlyMap<string, string> => {
  const heads = new Map<string, string>()
  const used = new Set<string>()
  const put = (key: string, text: string): void => {
    let head = text
    for (let n = 2; used.has(head); n += 1) head = `${text} ${n}`
    used.add(head)
    heads.set(key, head)
  }
  if (ledger.shape === 'register') put('valid_from', spanTitles.valid_from[lang])
  if (ledger.shape === 'register') put('valid_to', spanTitles.valid_to[lang])
  for (const field of columnFields(ledger)) put(field.key, headText(field, lang))
  return heads
}

const headText = ({ title, unit }: Field, lang: Lang): string => {
  const text = title[lang].replace(/\s+/g, ' ').trim()
  const name = unit === undefined ? '' : unitOf(unit).name[lang]
  if (name === '' || text.includes(`（${name}）`) || text.includes(`(${name})`)) return text
  return lang === 'zh' ? `${text}（${name}）` : `${text} (${name})`
}
