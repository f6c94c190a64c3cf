import type pg from 'pg'
import { Tally } from '../../core/journal/tally.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { firstDay, monthOf } from '../../core/time/month.ts'
import type { TownBook } from '../book.ts'
import { loadBook } from '../book.ts'
import type { Database } from '../database.ts'
import { onSnapshot, shareSnapshot } from '../snapshot.ts'
import { compareDeclarations } from './compare-declarations.ts'
import { compareErasures } from './compare-erasures.ts'
import { compareFiles } from './compare-files.ts'
import { compareEntries, compareVersions } from './compare-entries.ts'
import { compareKeys } from './compare-keys.ts'
import { compareMatters } from './compare-matters.ts'
import { compareRanges } from './compare-ranges.ts'
import { compareReads } from './compare-reads.ts'
import { comparePostings, compareSums } from './compare-sums.ts'
import { CountedMonths } from './counted-months.ts'
import type { Difference } from './difference.ts'
import { drawWeights, keptMonths } from './kept-months.ts'
import type { LastNumbers } from './last-numbers.ts'
import { lastNumbers, noteNumber } from './last-numbers.ts'
import { eachChanged, eachMove, postingVersions } from './posting-versions.ts'
import type { RangeWeights } from './range-weights.ts'
import { drawRangeWeights } from './range-weights.ts'
import type { ToldGroups } from './told-groups.ts'
import { groupOf, readToldGroups } from './told-groups.ts'
import { walkChain } from './walk-chain.ts'

/** What a printed edition says the book was: the outside anchor of the chain. */
export type Anchor = { readonly number: number; readonly hash: string }

/** What `zhenwu verify --json` prints. */
export type Verified = { readonly ok: boolean; readonly journal: { readonly rows: number; readonly head: string }; readonly figures: number; readonly differences: readonly Difference[] }

/**
 * Checks the whole book: the chain row by row, every table against the journal, every balance against a
 * recount from the entries, every matter against its steps, every file against its digest, the chain of reads of personal data, and erased keys. With an anchor from paper it also finds a tail that was rewritten or cut.
 */
export const verifyTown = async (db: Database, town: { readonly schema: string }, anchor?: Anchor): Promise<Verified> => {
  const { schema } = town
  return onSnapshot(db, async (client) => {
    const book = await loadBook(client, schema)
    const snapshot = await shareSnapshot(client)
    const weights = drawWeights()
    const ranges = drawRangeWeights(book.head)
    const [walked, recounted, kept] = await together(
      onSnapshot(db, (chain) => walkChain(chain, schema, anchor?.number), snapshot),
      recount(client, schema, book, ranges),
      onSnapshot(db, async (months) => keptMonths(months, schema, weights, ranges), snapshot),
    )
    const sums = await compareSums(client, schema, book, recounted.counted, kept, weights, ranges)
    const moved = await compareRanges(client, schema, book, recounted.groups, sums.ranged)
    const compared = [...recounted.differences, ...sums.differences, ...moved, ...(await compareKeys(client, schema, book, recounted.keys))]
    const told = new Set(compared.map(placeOf))
    const versions = await compareVersions(client, schema, [...book.declared.ledgers.values()], walked.last, recounted.last)
    const matched = [...(await compareDeclarations(client, schema, walked.declarations)), ...versions, ...(await compareMatters(client, schema, book)), ...comparePostings(book, kept), ...(await compareFiles(client, schema, book.declared.ledgers)), ...(await compareReads(client, schema)), ...(book.declared.ledgers.has('erasure') ? await compareErasures(client, schema) : [])].filter((each) => !told.has(placeOf(each)))
    const differences = [...walked.differences, ...againstAnchor(anchor, walked), ...[...compared, ...matched].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))]
    return { ok: differences.length === 0, journal: { rows: walked.rows, head: walked.head }, figures: book.declared.measures.size, differences }
  })
}

const placeOf = ({ kind, where }: Difference): string => `${kind} ${where}`

/** Tables are told of from what is declared to what is counted. */
const order: readonly Difference['kind'][] = ['declaration', 'entry', 'matter', 'balance', 'posting', 'distinct', 'file', 'read', 'erasure']

/** Waits for all, and fails only when none is at work any more. */
const together = async <Results extends readonly unknown[]>(...work: { readonly [Index in keyof Results]: Promise<Results[Index]> }): Promise<Results> => {
  await Promise.allSettled(work)
  return (await Promise.all(work)) as unknown as Results
}

type Recounted = { readonly counted: CountedMonths; readonly groups: ToldGroups; readonly keys: Tally; readonly last: LastNumbers; readonly differences: readonly Difference[] }

/** What has to pass through our own code: every entry read once, against its payload and into the sums; of changed entries also the versions before. */
const recount = async (client: pg.PoolClient, schema: string, book: TownBook, ranges: RangeWeights): Promise<Recounted> => {
  const differences: Difference[] = []
  const counted = new CountedMonths(ranges.row)
  const keys = new Tally()
  const last = lastNumbers()
  const groups = await readToldGroups(client, schema)
  const posting = postingVersions(book)
  for (const ledger of book.declared.ledgers.values()) {
    const versions = posting.get(ledger.key) ?? []
    const visit = (entry: Entry): void => {
      noteNumber(last, entry.id, entry.version)
      const changed = entry.version !== entry.id
      const group = changed ? 0 : groupOf(groups, entry.version)
      for (const { series, contributions, from, until } of versions) {
        if (until !== Infinity && (changed || entry.version >= until)) continue
        const late = entry.version < from
        for (const each of contributions(entry)) {
          const month = until === Infinity ? counted.add(series, each) : counted.month(series, each)
          if (!changed) counted.move(month, each, 1, late ? from : entry.version, late ? from : group)
          if (each.key !== null && until === Infinity) keys.addKey({ series, org: each.org, day: firstDay(monthOf(each.day)), key: each.key, count: 1 })
        }
      }
    }
    differences.push(...(await compareEntries(client, schema, ledger, visit)))
    if (versions.length === 0) continue
    await eachChanged(client, schema, ledger, (told) => {
      for (const version of versions) eachMove(version, told, (each, sign, number) => counted.move(counted.month(version.series, each), each, sign, number, groupOf(groups, number)))
    })
  }
  return { counted, groups, keys, last, differences }
}

const againstAnchor = (anchor: Anchor | undefined, walked: { readonly rows: number; readonly hashAt: string | undefined }): readonly Difference[] => {
  if (anchor === undefined || walked.hashAt === anchor.hash) return []
  return [{ kind: 'edition', where: `#${anchor.number}`, expected: anchor.hash, found: walked.hashAt ?? (walked.rows < anchor.number ? `#${walked.rows} (cut)` : '') }]
}
