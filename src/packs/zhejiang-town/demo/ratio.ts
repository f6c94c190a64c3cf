import type { Decimal } from '../../../core/quantity/decimal.ts'
import { divide, fromInteger } from '../../../core/quantity/decimal.ts'
import { contradiction } from './aims.ts'

/**
 * Whole numbers whose quotient, rounded as it is printed, is the stated percentage: the smallest whole not below
 * `least` that allows it.
 */
export const partOf = (percent: Decimal, least: number, decimals: number): { readonly part: number; readonly whole: number } => {
  for (let whole = Math.max(1, least); whole < Math.max(1, least) + 20_000; whole += 1) {
    const part = partIn(percent, whole, decimals)
    if (part !== undefined) return { part, whole }
  }
  return contradiction(`没有整数能得出 ${percent}%`, `no whole numbers make ${percent} %`)
}

/** The part of a given whole that prints as the percentage; undefined when none does. */
export const partIn = (percent: Decimal, whole: number, decimals: number): number | undefined => {
  const guess = Math.round((whole * Number(percent)) / 100)
  return [guess, guess - 1, guess + 1].find((part) => part >= 0 && part <= whole && divide(fromInteger(part * 100), fromInteger(whole), decimals) === percent)
}
