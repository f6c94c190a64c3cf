import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JournalRow } from '../../src/core/journal/row.ts'
import type { Change } from '../../src/core/ledger/change.ts'
import { sum } from '../../src/core/measure/builders.ts'
import { readHead } from '../../src/store/book.ts'
import { declareMeasure } from '../../src/store/redefine.ts'
import { rowHash } from '../../src/store/row-hash.ts'
import type { Town } from '../../src/store/town.ts'
import type { Anchor } from '../../src/store/verify/verify.ts'
import { verifyTown } from '../../src/store/verify/verify.ts'
import { accepted } from '../../src/store/writer.ts'
import { smallTown, spanOf } from '../builders/small-town.ts'
import { enterSource } from '../builders/source-entry.ts'
import { freshDatabase } from '../harness/town.ts'
import type { FreshDatabase } from '../harness/town.ts'

/** verify finds and names every kind of forgery; against a printed edition also those that are consistent in themselves. */
const schema = 'town_forged'
let place: FreshDatabase
let town: Town
let anchor: Anchor
let sale = 0

const run = (text: string): Promise<unknown> => place.database.pool.query(text.replaceAll('@', `"${schema}".`))
const found = async (against?: Anchor): Promise<readonly string[]> => [...new Set((await verifyTown(place.database, town, against)).differences.map((each) => each.kind))]

beforeAll(async () => {
  place = await freshDatabase()
})
afterAll(async () => {
  await place.drop()
})

beforeEach(async () => {
  await place.database.pool.query(`drop schema if exists "${schema}" cascade; drop schema if exists zhenwu cascade`)
  town = await smallTown(place.database, schema)
  const sell = (day: string, head: string) => town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day, head, kind: 'pig' })] }] })
  sale = accepted(await sell('2023-05-02', '100')).numbers[0] ?? 0
  accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'visit.create', ledger: 'visit', spans: [spanOf({ org: 'v2', day: '2023-05-03', household: 'h1' })] }] }))
  const head = await readHead(place.database.pool, schema)
  anchor = { number: head.number, hash: head.hash }
  accepted(await sell('2023-05-04', '50'))
  return () => town.close()
})

describe('verify', () => {
  test('is clean on an honest book, with and without an edition', async () => {
    expect(await found()).toEqual([])
    expect(await found(anchor)).toEqual([])
  })

  const names = (what: string, kinds: readonly string[], forge: () => Promise<unknown>): void =>
    test(`names ${what}`, async () => {
      await forge()
      expect(await found()).toEqual(kinds)
    })

  names('a changed payload of a journal row', ['journal', 'entry'], () => run(`update @journal set payload = replace(payload, '"100"', '"900"') where number = ${sale}`))
  names('a changed reason of a journal row', ['journal'], () => run(`update @journal set reason = '补记' where number = ${sale}`))
  names('a changed person of a journal row', ['journal'], () => run(`update @journal set person = 2 where number = ${sale}`))
  names('a changed time of a journal row', ['journal'], () => run(`update @journal set recorded_at = recorded_at - interval '1 hour' where number = ${sale}`))
  names('a deleted journal row', ['journal', 'entry'], () => run(`delete from @journal where number = ${sale}`))
  names('a moved head', ['head'], () => run(`update @head set number = number + 1`))
  names('a changed entry', ['entry', 'balance'], () => run(`update @ledger_sale set head = 900 where id = ${sale}`))
  names('a changed note of an entry no measure sees', ['entry'], () => run(`update @ledger_sale set note = '改' where id = ${sale}`))
  names('an entry that was never journalled', ['entry', 'balance'], () => run(`insert into @ledger_sale (id, span, version, void, org, day, head, kind) values (99999, 0, 99999, false, 'v1', '2023-05-05', 7, 'pig')`))
  names('a deleted entry', ['entry', 'balance'], () => run(`delete from @ledger_sale where id = ${sale}`))
  names('a changed posting', ['posting'], () => run(`update @postings set amount = amount + 1 where ctid in (select ctid from @postings limit 1)`))
  names('a changed balance', ['balance', 'posting'], () => run(`update @balances set amount = amount + 1 where ctid in (select ctid from @balances limit 1)`))
  test('calls a posting by its measure, and shows amount and rows of both sides', async () => {
    await run(`update @postings set rows = rows + 1 where first = ${sale} and series = (select series from @declarations where key = 'pigs')`)
    expect((await verifyTown(place.database, town)).differences).toEqual([{ kind: 'posting', where: 'pigs 202305 v1', expected: '150 (2)', found: '150 (3)' }])
  })
  names('a changed count of keys', ['distinct'], () => run(`update @distinct_counts set keys = keys + 1`))
  names('a changed reference count', ['distinct'], () => run(`update @distinct_refs set refs = refs + 1`))
  names('a changed declaration', ['declaration'], () => run(`update @declarations set declaration = jsonb_set(declaration, '{title,zh}', '"改"') where kind = 'measure' and key = 'pigs'`))
  names('a posting moved to another day of its month', ['posting'], () => run(`update @postings set day = day + 3 where first = ${sale}`))
  names('a measure under another key', ['declaration'], () => run(`update @declarations set key = 'swine' where key = 'pigs'`))
  names('a version with another number', ['declaration'], () => run(`update @declarations set version = 7 where key = 'pigs'`))
  names('a head at another time', ['head'], () => run(`update @head set recorded_at = recorded_at + interval '1 day'`))
  names('a file that an entry names and that is gone', ['file'], async () => {
    await enterSource(town, '去年出栏生猪8头。')
    await run('delete from @files')
  })
  names('a file whose bytes are others', ['file'], async () => {
    await enterSource(town, '去年出栏生猪8头。')
    await run(`update @files set bytes = bytes || '\\x20'`)
  })
  names('entry, posting and balance forged consistently without the journal', ['entry'], async () => {
    await run(`update @ledger_sale set head = head + 800 where id = ${sale}`)
    await forgePigs(800)
  })
})

/** Two sales of one day, and a group of three: the ranges of what they post are [one, one], [two, two] and [first, last]. */
describe('verify of journal ranges', () => {
  let [one, two, first, last] = [0, 0, 0, 0]
  const pigs = `series = (select series from @declarations where key = 'pigs')`
  const sell = (day: string, head: string): Change => ({ act: 'create', verb: 'sale.create', ledger: 'sale', spans: [spanOf({ org: 'v1', day, head, kind: 'pig' })] })
  const commit = async (...changes: readonly Change[]): Promise<readonly number[]> => accepted(await town.commit({ by: { person: 1 }, reason: '核对', changes })).numbers
  const named = async () => (await verifyTown(place.database, town)).differences.map(({ kind, where, expected, found: told }) => [kind, where, expected, told])

  beforeEach(async () => {
    ;[one = 0] = await commit(sell('2023-06-02', '10'))
    ;[two = 0] = await commit(sell('2023-06-02', '20'))
    ;[first = 0, , last = 0] = await commit(sell('2023-06-02', '1'), sell('2023-06-09', '2'), sell('2023-06-02', '3'))
  })

  test('names a posting under another number, and the number that posts no more', async () => {
    await run(`update @postings set first = ${last}, last = ${last} where ${pigs} and first = ${one}`)
    expect(await named()).toEqual([
      ['posting', `pigs 2023-06-02 v1 #${last}–#${last}`, '', `10 (1) #${last}–#${last}`],
      ['posting', `pigs 2023-06-02 v1 #${one}–#${one}`, `10 (1) #${one}–#${one}`, ''],
    ])
  })

  test('names both postings of a day between which an amount was moved', async () => {
    await run(`update @postings set amount = amount + case first when ${one} then 5 else -5 end where ${pigs} and first in (${one}, ${two})`)
    expect(await named()).toEqual([
      ['posting', `pigs 2023-06-02 v1 #${one}–#${one}`, `10 (1) #${one}–#${one}`, `15 (1) #${one}–#${one}`],
      ['posting', `pigs 2023-06-02 v1 #${two}–#${two}`, `20 (1) #${two}–#${two}`, `15 (1) #${two}–#${two}`],
    ])
  })

  const finds = (what: string, forge: () => Promise<unknown>): void =>
    test(`finds ${what}`, async () => {
      await forge()
      expect(await found()).toEqual(['posting'])
    })

  finds('a range that begins later', () => run(`update @postings set first = ${last} where ${pigs} and first = ${first} and last = ${last}`))
  finds('a range that ends earlier', () => run(`update @postings set last = ${first} where ${pigs} and first = ${first} and last = ${last}`))
  finds('a range that begins before the first move', () => run(`update @postings set first = ${two} where ${pigs} and first = ${first} and last = ${last}`))
  finds('a range over the whole journal', () => run(`update @postings set first = 1, last = (select number from @head) where ${pigs} and first = ${one}`))
  finds('a range outside the journal', () => run(`update @postings set first = first + 1099511627776, last = last + 1099511627776 where ${pigs} and first = ${one}`))
  finds('a range turned round', () => run(`update @postings set first = last, last = first where ${pigs} and first = ${first} and last = ${last}`))
  finds('a posting of nothing over a stretch of the journal', () => run(`insert into @postings select series, org, '2023-06-20', cohort, 0, 0, ${one}, ${last} from @postings where ${pigs} and first = ${one}`))
  finds('two more postings that cancel each other', () => run(`insert into @postings select series, org, day, cohort, amount * sign, rows * sign, ${first}, ${first} from @postings, (values (1), (-1)) as signs (sign) where ${pigs} and first = ${one}`))
  finds('a posting split in two of the same range', async () => {
    await run(`insert into @postings select series, org, day, cohort, 4, 0, first, last from @postings where ${pigs} and first = ${one}`)
    await run(`update @postings set amount = 6 where ${pigs} and first = ${one} and rows = 1`)
  })
  finds('two postings made one where another range stands between', async () => {
    await run(`delete from @postings where ${pigs} and first = ${two}`)
    await run(`update @postings set amount = 30, rows = 2, last = ${two} where ${pigs} and first = ${one}`)
    await run(`update @postings set amount = 34, rows = 4, first = ${one} where ${pigs} and first = ${first} and last = ${last}`)
    await run(`delete from @postings where ${pigs} and first = ${one} and last = ${two}`)
  })
  finds('a posting of an old version under another number', async () => {
    const measure = (await town.book()).declared.measures.get('pigs')
    if (measure === undefined) throw new Error('pigs')
    accepted(await declareMeasure(town, { ...measure, definition: sum('sale', 'head') }, { person: 1 }))
    expect(await found()).toEqual([])
    await run(`update @postings set first = ${two}, last = ${two} where first = ${one} and series = (select min(series) from @declarations where key = 'pigs')`)
  })
})

test('a file no entry names is no difference', async () => {
  await run(`insert into @files (hash, media_type, size, bytes) values (encode(sha256('x'), 'hex'), 'text/plain', 1, 'x')`)
  expect(await found()).toEqual([])
})

describe('verify against an edition', () => {
  test('finds a tail rewritten with correct hashes', async () => {
    await run(`update @journal set payload = replace(payload, '"100"', '"900"') where number = ${sale}`)
    await run(`update @ledger_sale set head = 900 where id = ${sale}`)
    await forgePigs(800)
    await rechain(sale)
    expect(await found()).toEqual([])
    expect(await found(anchor)).toEqual(['edition'])
  })

  test('finds a cut tail', async () => {
    await run(`delete from @ledger_sale; delete from @ledger_visit; delete from @postings; delete from @balances; delete from @distinct_refs; delete from @distinct_counts`)
    await run(`delete from @journal where number >= ${sale}`)
    await run(`update @head set number = j.number, hash = j.hash, recorded_at = j.recorded_at from (select number, hash, recorded_at from @journal order by number desc limit 1) as j`)
    expect(await found()).toEqual([])
    expect(await found(anchor)).toEqual(['edition'])
  })
})

/** Adds to the pigs of May, postings and balances alike. */
const forgePigs = async (more: number): Promise<void> => {
  await run(`update @postings set amount = amount + ${more} where first = ${sale} and series = (select series from @declarations where key = 'pigs')`)
  await run(`update @balances set amount = amount + ${more} where month = 202305 and series = (select series from @declarations where key = 'pigs')`)
}

/** What a forger with the program in hand would do: hash everything again from a number on. */
const rechain = async (from: number): Promise<void> => {
  const { rows } = await place.database.pool.query<Record<string, unknown>>(
    `select number, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", person, acting_for as "actingFor", approved_by as "approvedBy", verb, ledger, entry, batch, reason, payload, encode(previous, 'hex') as previous from "${schema}".journal where number >= ${from} order by number`,
  )
  let previous = String(rows[0]?.['previous'])
  for (const row of rows) {
    const hash = rowHash(previous, row as unknown as JournalRow)
    await run(`update @journal set previous = decode('${previous}', 'hex'), hash = decode('${hash}', 'hex') where number = ${Number(row['number'])}`)
    previous = hash
  }
  await run(`update @head set hash = decode('${previous}', 'hex')`)
}
