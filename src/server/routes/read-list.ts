import type { z } from 'zod'
import { listReads } from '../../api/personal.ts'
import type { ReadOut } from '../../api/personal.ts'
import { isEverything } from '../../core/access/predicate.ts'
import { mayUse } from '../../core/access/policy.ts'
import { purposes, readPurpose } from '../../core/access/purpose.ts'
import type { ReadRow } from '../../core/access/read-row.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { findField } from '../../core/ledger/ledger.ts'
import { words } from '../../core/words.ts'
import { namesOf } from '../../store/people.ts'
import { findReads } from '../../store/reads.ts'
import { endpoint } from '../endpoint.ts'
import { openLedgers } from './ledger.ts'

/** Reads told at a time. */
const page = 100

/** Whoever audits the journal sees every read; who keeps a ledger those of it; and each her own, so that nobody is recorded unawares. */
export const listReadsEndpoint = endpoint({
  route: listReads,
  load: async (ask, reader) => {
    const { input, caller, town, book } = ask
    const all = mayUse(caller.posts, 'journal.read')
    const open = openLedgers(ask)
    const kept = open.filter(({ rights }) => all || isEverything(rights.write)).map(({ ledger }) => ledger.key)
    const found = await findReads(reader, town.schema, { ledgers: kept, own: caller.person, ledger: input.ledger, entry: input.entry, before: input.before, limit: page + 1 })
    return { all, reads: found.slice(0, page), more: found.length > page, ledgers: book.declared.ledgers, nameOf: await namesOf(reader, town.schema, found.map((read) => read.person)) }
  },
  present: ({ all, reads, more, ledgers, nameOf }, { caller }) => ({ reads: reads.map((read) => presentRead(read, ledgers.get(read.ledger), nameOf(read.person), read.person === caller.person)), more, all }),
})

const presentRead = ({ number, recordedAt, verb, ledger: key, entry, field, rows, purpose }: ReadRow, ledger: Ledger | undefined, by: string, mine: boolean): z.infer<typeof ReadOut> => {
  const { key: chosen, typed } = readPurpose(purpose)
  const fields = field.split(',').map((each) => (ledger === undefined ? undefined : findField(ledger, each))?.title ?? words(each, each))
  return { number, recordedAt, by, mine, verb, ledger: key, ledgerTitle: ledger?.title ?? words(key, key), entry, fields, rows, purpose: purposes.find((each) => each.key === chosen)?.title ?? null, note: typed }
}
