import { readText } from '../reading/read-text.ts'
import type { Period } from '../time/period.ts'
import { contains } from '../time/period.ts'
import type { Day } from '../time/day.ts'

/**
 * What the last report promised for this period: commitments of the town that fall due in it, and what the last report's own plan
 * says. Each has a key that stays the same while its words do, so that an answer keeps its promise.
 */
export type PlanPromise = { readonly key: string; readonly quote: string; readonly deadline: string | null; /** Code of the office that answers for it. */ readonly org: string | null; readonly entry: number | null }

/** A commitment as the book keeps it. */
export type KeptCommitment = { readonly entry: number; readonly text: string; readonly quote: string; readonly org: string; readonly deadline: string | null }

/** Promises for a period, the kept ones first, by their deadline; a sentence of the plan that is kept already is told once. */
export const promisesFor = (period: Period, kept: readonly KeptCommitment[], planText: string): readonly PlanPromise[] => {
  const due = kept.filter(({ deadline }) => deadline !== null && contains(period, deadline as Day))
  const known = new Set(kept.flatMap(({ quote, text }) => [bareOf(quote), bareOf(text)]))
  const promises: PlanPromise[] = due.map(({ entry, text, deadline, org }) => ({ key: `c${entry}`, quote: text, deadline, org, entry })).sort((a, b) => (a.deadline ?? '').localeCompare(b.deadline ?? '') || a.entry - b.entry)
  const keys = new Map<string, number>()
  for (const { quote, deadline } of readText(planText).commitments) {
    if (known.has(bareOf(quote)) || (deadline !== null && !contains(period, deadline as Day))) continue
    const key = `t${fingerprint(bareOf(quote))}`
    const times = (keys.get(key) ?? 0) + 1
    keys.set(key, times)
    promises.push({ key: times === 1 ? key : `${key}-${times}`, quote, deadline, org: null, entry: null })
  }
  return promises
}

/** A sentence without its signs, for telling whether two are the same. */
const bareOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** FNV-1a over the UTF-16 units, twice with different starts: short, and the same wherever it is reckoned. */
const fingerprint = (text: string): string => [0x811c9dc5, 0x01000193].map((start) => {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}).join('')
