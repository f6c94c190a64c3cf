import type pg from 'pg'
import type { Series } from '../../core/journal/fold.ts'
import { sameContributions } from '../../core/journal/tally.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Contribution } from '../../core/measure/contributions.ts'
import { seriesOf } from '../../core/measure/series.ts'
import type { TownBook } from '../book.ts'
import { eachChunk } from '../copy.ts'
import { ledgerTable, quote } from '../sql.ts'
import { lineReader, unescape } from './copy-lines.ts'
import { readVersion } from './read-version.ts'

/** A measure version that posted, from the number at which it took over up to the number at which the next one did; Infinity for the one in force. */
export type PostingVersion = Series & { readonly from: number; readonly until: number }

/** All versions that ever posted, by the ledger they post from. */
export const postingVersions = (book: TownBook): ReadonlyMap<string, readonly PostingVersion[]> => {
  const found = new Map<string, PostingVersion[]>()
  for (const [index, { measure, series, number }] of book.versions.entries()) {
    const until = book.versions.find((each, at) => at > index && each.measure.key === measure.key)?.number ?? Infinity
    for (const each of series === null ? [] : seriesOf(measure, series, book.declared.ledgers)) found.set(each.ledger, [...(found.get(each.ledger) ?? []), { ...each, from: number, until }])
  }
  return found
}

/** Told of each contribution that a journal number put in or took out. */
export type MoveVisitor = (contribution: Contribution, sign: 1 | -1, number: number) => void

/**
 * What an entry moved in one measure version, given its versions in order: all that it came to when the measure took over, and from
 * then on the difference of each change.
 */
export const eachMove = ({ contributions, from, until }: PostingVersion, versions: readonly Entry[], visit: MoveVisitor): void => {
  const standing = versions.findLast((each) => each.version < from)
  let less = standing === undefined ? [] : contributions(standing)
  for (const each of less) visit(each, 1, from)
  for (const entry of versions) {
    if (entry.version < from || entry.version >= until) continue
    const more = contributions(entry)
    if (sameContributions(less, more)) continue
    for (const each of less) visit(each, -1, entry.version)
    for (const each of more) visit(each, 1, entry.version)
    less = more
  }
}

/** Visits the entries of a ledger that were changed after they were made, each with all its versions as the journal tells them. */
export const eachChanged = async (client: pg.PoolClient, schema: string, ledger: Ledger, visit: (versions: readonly Entry[]) => void): Promise<void> => {
  let versions: Entry[] = []
  const done = (): void => {
    if (versions.length > 0) visit(versions)
    versions = []
  }
  const lines = lineReader((line) => {
    const [number = '', entry = '', payload = ''] = line.split('\t')
    if (versions[0]?.id !== Number(entry)) done()
    const read = readVersion({ number: Number(number), ledger: ledger.key, entry: Number(entry), payload: unescape(payload) })
    if (read !== undefined) versions.push(read)
  })
  await eachChunk(
    client,
    `copy (select j.number, j.entry, j.payload from ${quote(schema)}.${quote(ledgerTable(ledger.key))} as t join ${quote(schema)}.journal as j on j.entry = t.id and j.ledger = '${ledger.key}'
      where t.span = 0 and t.version <> t.id order by j.entry, j.number) to stdout`,
    lines,
  )
  done()
}
