import { askedFields } from '../../../core/ledger/asked-fields.ts'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import { unitOf } from '../../../core/quantity/unit.ts'
import type { Lang } from '../../../core/words.ts'

/** The fields a grid shows: those declared for it, or all that fit in a cell, the date and the organisation first. */
export const gridColumns = (ledger: Ledger): readonly Field[] => {
  if (ledger.columns !== undefined) return ledger.columns.flatMap((key) => findField(ledger, key) ?? []).filter((field) => field.retired !== true)
  const first = [ledger.dateField, ledger.orgField]
  const rank = (field: Field): number => (first.includes(field.key) ? first.indexOf(field.key) : first.length)
  return ledger.fields.filter((field) => field.kind !== 'document' && field.kind !== 'file' && field.kind !== 'note' && field.retired !== true).toSorted((a, b) => rank(a) - rank(b))
}

/** A column's heading: the title, and for a number its unit of measure. */
export const headOf = (field: Field, lang: Lang): string => {
  if (field.unit === undefined) return field.title[lang]
  const unit = unitOf(field.unit).name[lang]
  return field.title[lang].includes(unit) ? field.title[lang] : lang === 'zh' ? `${field.title.zh}（${unit}）` : `${field.title.en} (${unit})`
}

/** The fields a form asks for; a document has screens of its own. */
export const formFields = askedFields
