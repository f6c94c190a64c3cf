import type { LedgerRights } from '../access/ledger-rights.ts'
import { erasedWords, isErased, seenValue } from '../access/mask.ts'
import type { Entry, Span } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Field } from '../ledger/field.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Day } from '../time/day.ts'
import type { Lang } from '../words.ts'
import { columnFields, sheetHeads } from './sheet-heads.ts'

/** What stands in a cell of a sheet. A number has its decimals; a text is never computed. */
export type SheetCell = null | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'number'; readonly value: Decimal; readonly decimals: number } | { readonly kind: 'day'; readonly day: Day }

/** A column of a ledger's sheet. Widths count Latin letters; `erased` has the blind indexes of sealed facts that were erased. */
export type SheetColumn = { readonly key: string; readonly head: string; readonly width: number; readonly cell: (entry: Entry, erased?: ReadonlySet<string>) => SheetCell }

type Asked = {
  readonly rights: LedgerRights
  readonly orgText: (code: string) => string
  readonly lang: Lang
  /** The fields wanted, in order; all of them unless said. */
  readonly keys?: readonly string[]
  /** Tells which rows are void. */
  readonly voided: boolean
}

/** The columns of a list as one reader sees it: her fields, masked where they are on screen, each by its last state; the entry number stands last. */
export const sheetColumns = (ledger: Ledger, { rights, orgText, lang, keys, voided }: Asked): readonly SheetColumn[] => {
  const heads = sheetHeads(ledger, lang)
  const all = [...heads].map(([key, head]): SheetColumn => {
    const field = columnFields(ledger).find((each) => each.key === key)
    if (field === undefined) return { key, head, width: 12, cell: (entry) => dayCell(key === 'valid_from' ? lastSpan(entry).from : lastSpan(entry).to) }
    const show = cellOf(field, orgText, lang)
    return { key, head, width: widthOf(field, head), cell: (entry, erased) => (erased !== undefined && isErased(field, lastSpan(entry).fields, erased) ? text(erasedWords[lang]) : shown(field, lastSpan(entry), rights, show)) }
  })
  const chosen = keys === undefined ? all : keys.flatMap((key) => all.find((column) => column.key === key) ?? [])
  const number: SheetColumn = { key: 'id', head: { zh: '条目号', en: 'Entry' }[lang], width: 10, cell: (entry) => ({ kind: 'number', value: String(entry.id) as Decimal, decimals: 0 }) }
  const state: SheetColumn = { key: 'void', head: { zh: '作废', en: 'Void' }[lang], width: 8, cell: (entry) => (entry.void ? text({ zh: '是', en: 'yes' }[lang]) : null) }
  return [...chosen, ...(voided ? [state] : []), number]
}

type Show = (value: string | boolean) => SheetCell

const shown = (field: Field, { fields }: Span, rights: LedgerRights, show: Show): SheetCell => {
  if (field.personal === undefined) {
    const value = fields[field.key] ?? null
    return value === null ? null : show(value)
  }
  const plain = rights.writes(fields)
  const value = seenValue(field, fields, plain)
  return value === null ? null : plain && field.personal === 'restricted' ? show(value) : text(String(value))
}

const cellOf = (field: Field, orgText: (code: string) => string, lang: Lang): Show => {
  switch (field.kind) {
    case 'integer':
      return (value) => numberCell(String(value) as Decimal, 0)
    case 'decimal':
      return (value) => numberCell(String(value) as Decimal, field.decimals)
    case 'reference':
      return (value) => numberCell(String(value) as Decimal, 0)
    case 'day':
      return (value) => dayCell(String(value) as Day)
    case 'org':
      return (value) => text(orgText(String(value)))
    default: {
      const { format } = kindOf(field)
      return (value) => text(format(value, field, lang))
    }
  }
}

const text = (it: string): SheetCell => ({ kind: 'text', text: it })

const dayCell = (day: Day | null): SheetCell => (day === null ? null : { kind: 'day', day })

/** With the decimals the field declares where they are few, else with its own. */
const numberCell = (value: Decimal, declared: number | undefined): SheetCell => {
  const own = (value.split('.')[1] ?? '').length
  return { kind: 'number', value, decimals: declared === undefined || declared > 4 ? own : Math.max(own, declared) }
}

const widthOf = (field: Field, head: string): number => {
  const words = [...head].reduce((all, sign) => all + (sign > '\u02ff' ? 2 : 1), 0) + 4
  const usual: Partial<Record<Field['kind'], number>> = { note: 40, text: 18, org: 16, day: 12, choice: 12, flag: 8 }
  return Math.min(Math.max(words, usual[field.kind] ?? 12), 48)
}
