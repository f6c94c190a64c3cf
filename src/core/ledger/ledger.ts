import { z } from 'zod'
import { parseDecimal } from '../quantity/decimal.ts'
import { Procedure } from '../matter/procedure.ts'
import { procedureProblem } from '../matter/procedure-problem.ts'
import { Words } from '../words.ts'
import { Field, FieldKey, LedgerKey, reservedColumns } from './field.ts'

/**
 * A declared table of dated facts. From this one value come the database table, the form, the grid, the
 * API and the fields measures may use. An *event* happens on the day of its date field; a *register*
 * entry lasts, and its spans carry valid-from and valid-to.
 */
export const Ledger = z
  .object({
    key: LedgerKey,
    title: Words,
    about: Words.optional(),
    shape: z.enum(['event', 'register']),
    /** Line of work, one file of the pack. */
    line: z.string().min(1),
    /** Code of the office that keeps it. */
    owner: z.string().min(1),
    fields: z.array(Field).min(1).readonly(),
    dateField: FieldKey.optional(),
    orgField: FieldKey,
    /** Sets of fields no two living entries may share. */
    unique: z.array(z.array(FieldKey).min(1).readonly()).readonly().optional(),
    /** Fields the grid shows first. */
    columns: z.array(FieldKey).readonly().optional(),
    /** Villages may enter rows for themselves. */
    villageEntry: z.boolean().optional(),
    /** Rows need a grant of this name (低保、信访 …). */
    sensitive: z.string().optional(),
    /** Corrections need a second person even in an open month (reported figures). */
    secondPerson: z.boolean().optional(),
    /** Its entries are matters that pass through these states. */
    procedure: Procedure.optional(),
    /** Ledgers of the product itself: written by their own verbs only. */
    system: z.boolean().optional(),
  })
  .readonly()
export type Ledger = z.infer<typeof Ledger>

/** Says in one line what is wrong with a declaration, or undefined when it can be applied. */
export const ledgerProblem = (ledger: Ledger): string | undefined => {
  const keys = new Set(ledger.fields.map((field) => field.key))
  if (keys.size !== ledger.fields.length) return `${ledger.key}: two fields share a key`
  for (const key of keys) if (reservedColumns.includes(key)) return `${ledger.key}.${key}: this name is reserved`
  const org = findField(ledger, ledger.orgField)
  if (org?.kind !== 'org' || org.required !== true) return `${ledger.key}: orgField must be a required org field`
  if (ledger.shape === 'event') {
    const date = ledger.dateField === undefined ? undefined : findField(ledger, ledger.dateField)
    if (date?.kind !== 'day' || date.required !== true) return `${ledger.key}: an event needs a required day field as dateField`
  } else if (ledger.dateField !== undefined) return `${ledger.key}: a register is dated by its spans, not by a dateField`
  const needed = new Set([ledger.orgField, ledger.dateField, ...(ledger.unique ?? []).flat()])
  for (const field of ledger.fields) {
    if (field.retired === true && (field.required === true || needed.has(field.key))) return `${ledger.key}.${field.key}: a field that rows cannot do without cannot be retired`
    if (field.kind === 'choice' && (field.choices ?? []).length === 0) return `${ledger.key}.${field.key}: a choice needs choices`
    if ((field.kind === 'sealed') !== (field.personal === 'sealed')) return `${ledger.key}.${field.key}: sealed fields are of kind sealed and level sealed`
    if (field.mask !== undefined && (field.personal !== 'restricted' || (field.kind !== 'text' && field.kind !== 'note'))) return `${ledger.key}.${field.key}: a mask covers a restricted text`
    if (field.format !== undefined && field.kind !== 'text' && field.kind !== 'sealed') return `${ledger.key}.${field.key}: only a text has a form`
    const wrongly = takenProblem(ledger, field) ?? fillProblem(ledger, field)
    if (wrongly !== undefined) return `${ledger.key}.${field.key}: ${wrongly}`
    for (const bound of [field.min, field.max]) if (bound !== undefined && parseDecimal(bound) === undefined) return `${ledger.key}.${field.key}: ${bound} is not a number`
    for (const carry of field.carries ?? []) if (!keys.has(carry.to)) return `${ledger.key}.${field.key}: carries to unknown field ${carry.to}`
  }
  const procedure = ledger.procedure === undefined ? undefined : procedureProblem(ledger.procedure, ledger)
  if (procedure !== undefined) return `${ledger.key}: ${procedure}`
  for (const key of [...(ledger.unique ?? []).flat(), ...(ledger.columns ?? [])]) if (!keys.has(key)) return `${ledger.key}: unknown field ${key}`
  return undefined
}

/** A text finds entries of a register; what is filled names a field that finds, and is not what a reference carries along. */
const fillProblem = (ledger: Ledger, { key, kind, finds, filledBy, fixed }: Field): string | undefined => {
  if (finds !== undefined && kind !== 'text') return 'only a text finds entries, a reference does so by itself'
  if (filledBy === undefined) return undefined
  const by = findField(ledger, filledBy.split('.')[0] ?? '')
  if (by === undefined || (by.kind !== 'reference' && by.finds === undefined)) return `filled by ${filledBy}, which finds no entry`
  if (kind === 'document' || kind === 'file' || kind === 'sealed' || fixed === true) return 'is not filled in a form'
  return ledger.fields.some((each) => each.carries?.some((carry) => carry.to === key) === true) ? 'is carried along already' : undefined
}

/** The day of a photo goes into a day, its place into a text; only a file has either. */
const takenProblem = (ledger: Ledger, { kind, taken }: Field): string | undefined => {
  if (taken === undefined) return undefined
  if (kind !== 'file') return 'only a file takes the day and the place of a photo'
  const fits = (key: string | undefined, wanted: Field['kind']): boolean => key === undefined || findField(ledger, key)?.kind === wanted
  return fits(taken.day, 'day') && fits(taken.place, 'text') ? undefined : 'the day of a photo goes into a day, its place into a text'
}

export const findField = (ledger: Pick<Ledger, 'fields'>, key: string): Field | undefined => ledger.fields.find((field) => field.key === key)

export const getField = (ledger: Ledger, key: string): Field => {
  const field = findField(ledger, key)
  if (field === undefined) throw new RangeError(`${ledger.key} has no field ${key}`)
  return field
}
