import { reservedColumns } from '../ledger/field.ts'
import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { FieldProblem } from '../refusal/refusal.ts'

/** A ledger with more fields than this is several ledgers. */
export const mostFields = 200

/**
 * What is wrong with a ledger designed on screen, each at its place in the declaration (`ledger.fields.2.key`). `before` is the version that stands;
 * `isTaken` whether a key is another ledger's or a word of the product's own calls.
 */
export const ledgerProblems = (ledger: Ledger, before: Ledger | undefined, isTaken: (key: string) => boolean): readonly FieldProblem[] => {
  const problems: FieldProblem[] = []
  const tell = (field: string, code: FieldProblem['code'], details: FieldProblem['details'] = {}): void => void problems.push({ field: `ledger.${field}`, code, details })
  if (before === undefined && isTaken(ledger.key)) tell('key', 'key-taken', { key: ledger.key })
  if (ledger.fields.length > mostFields) tell('fields', 'too-many-fields', { max: mostFields })
  const org = findField(ledger, ledger.orgField)
  if (org?.kind !== 'org' || org.required !== true) tell('orgField', 'org-field-missing')
  const day = ledger.dateField === undefined ? undefined : findField(ledger, ledger.dateField)
  if (ledger.shape === 'event' && (day?.kind !== 'day' || day.required !== true)) tell('dateField', 'day-field-missing')
  ledger.fields.forEach((field, at) => {
    const twin = ledger.fields.findIndex((each) => each.key === field.key)
    if (twin !== at) tell(`fields.${at}.key`, 'key-twice', { key: field.key })
    else if (reservedColumns.includes(field.key)) tell(`fields.${at}.key`, 'key-reserved', { key: field.key })
    if (before === undefined || findField(before, field.key) === undefined) {
      const named = ledger.fields.findIndex((each) => each.retired !== true && each.title.zh === field.title.zh)
      if (named !== at && named >= 0 && field.retired !== true) tell(`fields.${at}.title.zh`, 'title-twice', { title: field.title.zh })
    }
    for (const [code, details] of choiceProblems(field)) tell(`fields.${at}.choices`, code, details)
  })
  return problems
}

const choiceProblems = (field: Field): readonly (readonly [FieldProblem['code'], FieldProblem['details']])[] => {
  if (field.kind !== 'choice') return []
  const choices = field.choices ?? []
  if (choices.length === 0) return [['choices-missing', {}]]
  const twice = choices.find((choice, at) => choices.some((each, other) => other < at && (each.key === choice.key || each.title.zh === choice.title.zh)))
  return twice === undefined ? [] : [['choice-twice', { title: twice.title.zh }]]
}
