import { explainAccess } from '../../api/access.ts'
import { explainField, explainRows, explainVerb, isExplained } from '../../core/access/explain.ts'
import type { Explained, PostKind } from '../../core/access/explain.ts'
import { roles } from '../../core/access/policy.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Measure } from '../../core/measure/measure.ts'
import { ledgerOf, operandsOf } from '../../core/measure/measure.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import { fieldProblem } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

/** Told from the policy alone: no row is read. */
export const explainAccessEndpoint = endpoint({
  route: explainAccess,
  load: async (ask) => {
    const { input, caller, book, today } = ask
    const tree = book.treeAt(today)
    const ledger = aboutLedger(ask)
    if (isRefusal(ledger)) return ledger
    if (input.verb !== undefined) return { about: 'verb' as const, ledger, told: explainVerb(caller.posts, input.verb, ledger, tree) }
    if (ledger === undefined) return fieldProblem('ledger', 'field-required')
    if (input.field === undefined) return { about: 'rows' as const, ledger, told: explainRows(caller.posts, ledger, tree) }
    const told = explainField(caller.posts, ledger, tree, input.field)
    return told === undefined ? fieldProblem('field', 'field-unknown', { field: input.field }) : { about: 'field' as const, ledger, told }
  },
  present: ({ about, ledger, told }: { about: 'rows' | 'field' | 'verb'; ledger: Ledger | undefined; told: Explained }, { book, today }) => {
    const keeper = ledger === undefined || ledger.owner === 'system' ? null : orgName(book.treeAt(today), ledger.owner)
    const { yours, sensitive, level, full, reveal } = told
    return { about, yours, sensitive, level, keeper, full: [...kindWords(full, keeper)], reveal: [...kindWords(reveal, keeper)] }
  },
})

/** The ledger asked about: one the caller may open, or the one behind a figure, of which she learns no more than who keeps it. */
const aboutLedger = (ask: Ask<{ readonly ledger?: string | undefined; readonly measure?: string | undefined }>): Ledger | undefined | Refusal => {
  const { input, book } = ask
  if (input.measure !== undefined) {
    const key = countedFrom(input.measure, book.declared.measures)
    const ledger = key === undefined ? undefined : book.declared.ledgers.get(key)
    return ledger ?? fieldProblem('measure', 'not-found', { what: input.measure })
  }
  if (input.ledger === undefined) return undefined
  return openLedgers(ask).map((each) => each.ledger).find((each) => each.key === input.ledger && isExplained(each)) ?? fieldProblem('ledger', 'not-found', { what: input.ledger })
}

/** The ledger a measure counts; of a formula the one its first part counts. */
const countedFrom = (key: string, measures: ReadonlyMap<string, Measure>): string | undefined => {
  const measure = measures.get(key)
  if (measure === undefined) return undefined
  const [first] = operandsOf(measure.definition)
  return ledgerOf(measure.definition) ?? (first === undefined ? undefined : countedFrom(first, measures))
}

/** Kinds of post in words: the keeper once, whatever the role there. */
const kindWords = (kinds: readonly PostKind[], keeper: Words | null): readonly Words[] => {
  const kept = kinds.some(({ at }) => at === 'keeper') && keeper !== null ? [keeper] : []
  const others = kinds.filter(({ at }) => at !== 'keeper').map(({ role, at }) => {
    const title = roles.find((each) => each.key === role)?.title ?? words(role, role)
    return at === 'anywhere' ? title : words(`${title.zh}（本单位的）`, `${title.en} (its own rows)`)
  })
  return [...kept, ...others]
}
