import type { Decimal } from '../quantity/decimal.ts'
import { verbs } from '../reading/verb.ts'
import type { Quantity } from '../reading/quantity.ts'
import type { ReadCommitment } from '../reading/reading.ts'
import type { Sentence } from '../reading/outline.ts'
import { amountOf, digitsIn } from './fact.ts'
import type { Interval } from './interval.ts'
import type { Span } from './outcome.ts'
import { subjectKey } from './subject-key.ts'

/** A target a plan prints: how much of what. */
export type Aim = Span & {
  readonly pledge: Span & { readonly read: ReadCommitment; readonly sentence: Sentence | undefined }
  readonly digits: string
  readonly amount: Decimal
  readonly unit: string
  /** The unit as printed, 万 and 亿 included. */
  readonly written: string
  readonly range: Interval
  readonly key: string
  /** 新增 and 再: on top of what is there. */
  readonly further: boolean
}

/** The target of a promise at its place; none where the promise has no number, or a rate of growth only. */
export const aimOf = (plain: string, pledge: Aim['pledge'], numbers: readonly Quantity[]): readonly Aim[] => {
  const { target } = pledge.read
  if (target === null) return []
  const number = numbers.find((it) => it.value === target.value && it.unit === target.unit)
  if (number === undefined) return []
  const digits = digitsIn(plain.slice(number.from, number.to)) ?? target.value
  const told = amountOf(target.value, target.unit, digits)
  if (told === undefined) return []
  const before = plain.slice(pledge.from, number.from)
  const key = subjectKey(before.replace(firstVerb, ''))
  const behind = /^[一-鿿“”]{2,14}/.exec(plain.slice(number.to, number.to + 14))?.[0] ?? ''
  return [{ from: number.from, to: number.to, pledge, digits, amount: told.amount, unit: told.unit, written: target.unit, range: told.range, key: key.length >= 2 ? key : subjectKey(behind), further: /新增|再|净增/.test(before) }]
}

const firstVerb = new RegExp(`^(?:力争|争取|确保|努力|预期|全年|年内)*(?:${verbs})?`)
