import type { RefusalCode } from '../../refusal/catalogue.ts'
import type { Lang } from '../../words.ts'
import type { Field } from '../field.ts'
import type { Value } from '../value.ts'

/** Why a value cannot stand in a field. */
export type ValueProblem = { readonly problem: RefusalCode; readonly details: Readonly<Record<string, unknown>> }

export const problem = (code: RefusalCode, details: Readonly<Record<string, unknown>> = {}): ValueProblem => ({ problem: code, details })

export const isProblem = (value: Value | ValueProblem): value is ValueProblem => typeof value === 'object' && value !== null

/** All a kind of field knows: one file per kind, read by form, import, store and measure alike. */
export type Kind = {
  /** PostgreSQL column type. */
  readonly sqlType: 'text' | 'numeric' | 'date' | 'boolean' | 'bigint'
  /** Reads a value as people or JSON give it; empty text is null. Never throws. */
  readonly parse: (input: string | boolean, field: Field) => Value | ValueProblem
  /** The value as shown to a person. */
  readonly format: (value: Exclude<Value, null>, field: Field, lang: Lang) => string
  /** Orders two values; agrees with the database's order under the C collation. */
  readonly compare: (a: Exclude<Value, null>, b: Exclude<Value, null>) => number
}

/** Orders text by code points, as the C collation of the database does. */
export const compareText = (a: Exclude<Value, null>, b: Exclude<Value, null>): number => {
  const left = String(a)
  const right = String(b)
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const x = left.charCodeAt(index)
    const y = right.charCodeAt(index)
    if (x !== y) return surrogateLast(x) - surrogateLast(y)
  }
  return left.length - right.length
}

/** UTF-16 puts surrogates below U+E000; UTF-8 order puts the characters they stand for above. */
const surrogateLast = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
