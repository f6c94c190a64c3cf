import type { Field } from '../ledger/field.ts'
import type { Cell } from './cell.ts'
import { cellText, narrow } from './cell.ts'
import type { Known } from './read-cell.ts'
import { isCellProblem, readCell } from './read-cell.ts'

/** What is written in one form only, and the words in a field's title that ask for it. */
const forms: readonly { readonly asked: RegExp; readonly form: RegExp }[] = [
  { asked: /信用代码/, form: /^[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}$/i },
  { asked: /身份证|证件号/, form: /^[1-9]\d{16}[\dX]$/i },
  { asked: /手机|电话/, form: /^1[3-9]\d{9}$/ },
]

/** Whether the values of a column, all of them, are of a kind that only such a field takes: organisations, choices, days, numbers of people and firms. */
export const valuesTell = (field: Field, cells: readonly Cell[], unit: string | undefined, known: Known): boolean => {
  if (cells.length === 0) return false
  const form = forms.find(({ asked }) => asked.test(field.title.zh))?.form
  if (form !== undefined) return cells.every((cell) => form.test(narrow(cellText(cell))))
  if (field.kind !== 'org' && field.kind !== 'choice' && field.kind !== 'day') return false
  if (field.kind === 'day' && !cells.every((cell) => cell?.kind === 'day' || /[-./年月]/.test(cellText(cell)))) return false
  return cells.every((cell) => !isCellProblem(readCell(cell, field, unit, known)))
}
