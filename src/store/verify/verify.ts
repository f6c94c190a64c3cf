import type pg from 'pg'
import { Tally } from '../../core/journal/tally.ts'
import { loadBook } from '../book.ts'
import type { Database } from '../database.ts'
import { onSnapshot } from '../snapshot.ts'
import { compareDays } from './compare-days.ts'
import { compareDeclarations } from './compare-declarations.ts'
import { compareEntries, compareVersions } from './compare-entries.ts'
import { comparePostings, compareSums } from './compare-sums.ts'
import type { Difference } from './difference.ts'
import { walkChain } from './walk-chain.ts'

/** What a printed edition says the book was: the outside anchor of the chain. */
export type Anchor = { readonly number: number; readonly hash: string }

/** What `zhenwu verify --json` prints. */
export type Verified = { readonly ok: boolean; readonly journal: { readonly rows: number; readonly head: string }; readonly figures: number; readonly differences: readonly Difference[] }

/**
 * Checks the whole book: the chain row by row, every table against the journal, every balance against a
 * recount from the entries. With an anchor from paper it also finds a tail that was rewritten or cut.
 */
export const verifyTown = async (db: Database, town: { readonly schema: string }, anchor?: Anchor): Promise<Verified> => {
  const { schema } = town
  const [walked, compared, matched] = await Promise.all([
    onSnapshot(db, (client) => walkChain(client, schema, anchor?.number)),
    onSnapshot(db, (client) => compareTables(client, schema)),
    onSnapshot(db, (client) => matchTables(client, schema)),
  ])
  const told = new Set(compared.differences.map((each) => each.where))
  const differences = [...walked.differences, ...againstAnchor(anchor, walked), ...[...compared.differences, ...matched.filter((each) => !told.has(each.where))].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))]
  return { ok: differences.length === 0, journal: { rows: walked.rows, head: walked.head }, figures: compared.figures, differences }
}

/** Tables are told of from what is declared to what is counted. */
const order: readonly Difference['kind'][] = ['declaration', 'entry', 'balance', 'posting', 'distinct']

/** What has to pass through our own code: every entry read once, against its payload and into the sums. */
const compareTables = async (client: pg.PoolClient, schema: string): Promise<{ readonly figures: number; readonly differences: readonly Difference[] }> => {
  const book = await loadBook(client, schema)
  const differences: Difference[] = []
  const tally = new Tally('month')
  for (const ledger of book.declared.ledgers.values()) {
    const posting = book.series.get(ledger.key) ?? []
    differences.push(...(await compareEntries(client, schema, ledger, (entry) => posting.forEach((series) => void tally.post(series, undefined, entry, entry.version)))))
  }
  differences.push(...(await compareSums(client, schema, book, tally)), ...(await compareDays(client, schema, book, tally)))
  return { figures: book.declared.measures.size, differences }
}

/** What the database can compare by itself, meanwhile. */
const matchTables = async (client: pg.PoolClient, schema: string): Promise<readonly Difference[]> => {
  const { declared } = await loadBook(client, schema)
  return [...(await compareDeclarations(client, schema)), ...(await compareVersions(client, schema, [...declared.ledgers.values()])), ...(await comparePostings(client, schema))]
}

const againstAnchor = (anchor: Anchor | undefined, walked: { readonly rows: number; readonly hashAt: string | undefined }): readonly Difference[] => {
  if (anchor === undefined || walked.hashAt === anchor.hash) return []
  return [{ kind: 'edition', where: `#${anchor.number}`, expected: anchor.hash, found: walked.hashAt ?? (walked.rows < anchor.number ? `#${walked.rows} (cut)` : '') }]
}
