import { z } from 'zod'
import type { Field } from '../ledger/field.ts'
import { getField, Ledger, ledgerProblem } from '../ledger/ledger.ts'
import { isSystemKey } from '../ledger/system/system-key.ts'
import { fits, sourceOf } from '../linking/fill-source.ts'
import { Measure } from '../measure/measure.ts'
import { measureProblem } from '../measure/problem.ts'

/**
 * Declaring is itself a change of the book: journalled in full, its DDL in the same transaction, so that a
 * replay from nothing rebuilds every table (BOOK §5).
 */
export const Declaration = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ledger'), ledger: Ledger }),
  z.object({ kind: z.literal('measure'), measure: Measure }),
])
export type Declaration = z.infer<typeof Declaration>

export type Declared = { readonly ledgers: ReadonlyMap<string, Ledger>; readonly measures: ReadonlyMap<string, Measure> }

/** What is wrong with a declaration against what is declared already; undefined when it may be applied. */
export const declarationProblem = (declaration: Declaration, declared: Declared): string | undefined => {
  if (declaration.kind === 'measure') return measureProblem(declaration.measure, declared)
  const { ledger } = declaration
  const before = declared.ledgers.get(ledger.key)
  if (before === undefined && ledger.system !== true && isSystemKey(ledger.key)) return `${ledger.key}: this key is kept for the product's own ledgers`
  if (before !== undefined) {
    if (before.shape !== ledger.shape || before.orgField !== ledger.orgField || before.dateField !== ledger.dateField) return `${ledger.key}: shape, date and org field stay as first declared`
    for (const field of before.fields) {
      const now = ledger.fields.find((each) => each.key === field.key)
      if (now === undefined) return `${ledger.key}.${field.key}: a field may be retired but not removed`
      if (now.kind !== field.kind && !becomesFile(ledger, field.kind, now.kind)) return `${ledger.key}.${field.key}: the kind of a field stays as first declared`
    }
  }
  return ledgerProblem(ledger) ?? carryProblem(ledger, declared) ?? fillingProblem(ledger, declared)
}

/** A digest kept as text is what a file field holds: the product's own ledgers may say so. */
const becomesFile = (ledger: Ledger, before: Field['kind'], after: Field['kind']): boolean => ledger.system === true && before === 'text' && after === 'file'

/** What is protected where it is kept stays protected where it is carried to. */
const carryProblem = (ledger: Ledger, declared: Declared): string | undefined => {
  for (const field of ledger.fields)
    for (const carry of field.carries ?? []) {
      const level = (field.ledger === ledger.key ? ledger : declared.ledgers.get(field.ledger ?? ''))?.fields.find((each) => each.key === carry.from)?.personal
      if (level !== undefined && getField(ledger, carry.to).personal !== level) return `${ledger.key}.${carry.to}: ${level} as ${field.ledger}.${carry.from} is`
    }
  return undefined
}

/** What is filled from an entry holds what stands there, and protects it as well; a register not declared yet fills nothing until it is. */
const fillingProblem = (ledger: Ledger, declared: Declared): string | undefined => {
  for (const field of ledger.fields) {
    const source = sourceOf(ledger, field)
    const register = source === undefined ? undefined : source.ledger === ledger.key ? ledger : declared.ledgers.get(source.ledger)
    if (source === undefined || register === undefined) continue
    const from = register.fields.find((each) => each.key === source.attribute)
    if (from === undefined) return `${ledger.key}.${field.key}: ${register.key} has no field ${source.attribute}`
    if (!fits(from, field)) return `${ledger.key}.${field.key}: a ${field.kind} is not filled from the ${from.kind} ${register.key}.${from.key}`
    if (from.personal !== undefined && from.personal !== field.personal) return `${ledger.key}.${field.key}: ${from.personal} as ${register.key}.${from.key} is`
  }
  return undefined
}

/** What is declared once one more declaration holds. */
export const withDeclaration = (declared: Declared, declaration: Declaration): Declared =>
  declaration.kind === 'ledger'
    ? { ...declared, ledgers: new Map([...declared.ledgers, [declaration.ledger.key, declaration.ledger]]) }
    : { ...declared, measures: new Map([...declared.measures, [declaration.measure.key, declaration.measure]]) }
