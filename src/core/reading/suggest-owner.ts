import type { Org } from '../access/org-tree.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Measure } from '../measure/measure.ts'
import { pairsOf, weightsOf, type Weights } from './likeness.ts'

/** The offices of a town with the words of what each keeps and answers for. */
export type OfficeWords = { readonly offices: readonly { readonly code: string; readonly pairs: ReadonlySet<string> }[]; readonly weights: Weights }

export const officeWords = (orgs: Iterable<Org>, ledgers: Iterable<Ledger>, measures: Iterable<Measure>): OfficeWords => {
  const words = new Map<string, string[]>([...orgs].filter((org) => org.kind === 'office').map((org) => [org.code, [org.zh]]))
  for (const ledger of ledgers) words.get(ledger.owner)?.push(ledger.title.zh, ledger.about?.zh ?? '', ...ledger.fields.flatMap((field) => (field.choices ?? []).map((choice) => choice.title.zh)))
  for (const measure of measures) words.get(measure.owner)?.push(measure.title.zh, measure.about.zh)
  const offices = [...words].map(([code, texts]) => ({ code, pairs: pairsOf(texts.join('。')) }))
  return { offices, weights: weightsOf(offices.map((office) => office.pairs)) }
}

const enough = 1.4
const ahead = 1.35

/** The office a promise most likely falls to by the words of its work; null where no office, or more than one, is pointed to. */
export const suggestOwner = (text: string, { offices, weights }: OfficeWords): string | null => {
  const words = [...pairsOf(text)]
  const scores = offices.map(({ code, pairs }) => ({ code, score: words.reduce((sum, pair) => (pairs.has(pair) ? sum + weights(pair) ** 2 : sum), 0) }))
  const [first, second] = scores.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
  return first !== undefined && first.score >= enough && first.score >= ahead * (second?.score ?? 0) ? first.code : null
}
