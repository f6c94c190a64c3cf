import { ledgerRights } from '../core/access/ledger-rights.ts'
import type { Change } from '../core/ledger/change.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Fields } from '../core/ledger/value.ts'
import type { Filled } from '../core/linking/saved-cells.ts'
import { filledEntries, savedCells } from '../core/linking/saved-cells.ts'
import { findEntries } from '../store/entries.ts'
import type { Ask, Reader } from './endpoint.ts'

/** How many of the fields a form says it filled do hold what stands in the register, among entries the caller may read. */
export const countSaved = async (ask: Ask<{ readonly filled?: readonly Filled[] | undefined }>, reader: Reader, ledger: Ledger, fields: Fields): Promise<number> => {
  const filled = ask.input.filled ?? []
  const found = new Map<string, Entry>()
  for (const [key, named] of Map.groupBy(filledEntries(ledger, filled), (each) => each.ledger)) {
    const register = ask.book.declared.ledgers.get(key)
    if (register === undefined) continue
    const rights = ledgerRights(ask.caller.posts, register, ask.book.treeAt(ask.today))
    for (const entry of (await findEntries(reader, ask.town.schema, register, [...new Set(named.map((each) => each.entry))])).values()) if (rights.reads(lastSpan(entry).fields)) found.set(`${key}|${entry.id}`, entry)
  }
  return savedCells(ledger, fields, filled, (key, entry) => found.get(`${key}|${entry}`))
}

/** The record of cells nobody had to type, beside the entry they are in: the ledger and how many, of no person's. */
export const savingOf = (ledger: Ledger, verb: string, cells: number, { book, today }: Pick<Ask<unknown>, 'book' | 'today'>): readonly Change[] =>
  cells === 0 ? [] : [{ act: 'create', verb, ledger: 'saved-cells', spans: [{ from: null, to: null, fields: { ledger: ledger.key, org: book.treeAt(today).root, day: today, cells: String(cells) } }] }]
