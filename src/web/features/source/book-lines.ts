import type { CheckFindingOut } from '../../../api/source.ts'
import type { Words } from '../../../core/words.ts'
import { sureScore } from './figure-draft.ts'
import { toldInBook } from './told-in-book.ts'
import type { Work } from './work.ts'

/** A figure of the text as it stands against the book. */
export type BookLine = {
  readonly id: string
  readonly subject: string
  readonly quote: string
  readonly offset: number
  readonly state: 'equal' | 'different' | 'stale' | 'unknown'
  readonly measure: { readonly key: string; readonly title: Words } | undefined
  readonly period: string
  readonly message: Words | undefined
  readonly arithmetic: string | null
}

/** Every figure with a level. What the check says of it goes first; where it says nothing, the surest suggestion is held against the text. */
export const bookLines = ({ read, items, period }: Work): readonly BookLine[] => {
  const told = byOffset(read.findings)
  const held = byOffset(read.confirmed)
  return items.flatMap((item): BookLine[] => {
    if (item.kind !== 'figure' || item.read.value === null) return []
    const { subject, quote, offset, suggestions, periodKey } = item.read
    const best = suggestions[0]
    const finding = told.get(offset) ?? held.get(offset)
    const sure = best !== undefined && (finding !== undefined || best.score >= sureScore)
    const state = finding !== undefined ? stateBy(told.get(offset), held.has(offset)) : stateOf(sure ? toldInBook(item.read, best) : undefined)
    return [{ id: item.id, subject, quote, offset, state, measure: sure && state !== 'unknown' ? { key: best.measure, title: best.title } : undefined, period: periodKey ?? period, message: finding?.message, arithmetic: finding?.arithmetic ?? null }]
  })
}

/** An error differs, a warning is stale; a note beside a confirmation is an estimate still, and alone it says that the book has no such number. */
const stateBy = (finding: CheckFindingOut | undefined, holds: boolean): BookLine['state'] => {
  if (finding === undefined) return 'equal'
  if (finding.severity === 'note') return holds ? 'stale' : 'unknown'
  return finding.severity === 'error' ? 'different' : 'stale'
}

const stateOf = (told: boolean | undefined): BookLine['state'] => (told === undefined ? 'unknown' : told ? 'equal' : 'different')

const byOffset = (findings: readonly CheckFindingOut[]): ReadonlyMap<number, CheckFindingOut> => new Map(findings.filter((each) => each.rule === 'book').map((each) => [each.offset, each]))
