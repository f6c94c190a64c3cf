import { listLedgers } from '../../api/entry.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { keptByRow, ledgerRights } from '../../core/access/ledger-rights.ts'
import { isNothing } from '../../core/access/predicate.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { words } from '../../core/words.ts'
import { countEntries } from '../../store/list-entries.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'

/** The ledgers a caller may open, with her rights over each; of the others she learns nothing. */
export const openLedgers = ({ caller, book, today }: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>): readonly { readonly ledger: Ledger; readonly rights: LedgerRights }[] =>
  [...book.declared.ledgers.values()]
    .filter((ledger) => ledger.system !== true || keptByRow.includes(ledger.key))
    .map((ledger) => ({ ledger, rights: ledgerRights(caller.posts, ledger, book.treeAt(today)) }))
    .filter(({ rights }) => !isNothing(rights.read))

export const listLedgersEndpoint = endpoint({
  route: listLedgers,
  load: async (ask, reader) => {
    const open = openLedgers(ask)
    return { open, counts: await countEntries(reader, ask.town.schema, open.map(({ ledger, rights }) => ({ ledger, right: rights.read }))) }
  },
  present: ({ open, counts }, { book, today }) => ({
    ledgers: open.map(({ ledger, rights }) => ({
      ledger,
      entries: counts.get(ledger.key) ?? 0,
      ownerName: ledger.owner === 'system' ? words('系统', 'System') : orgName(book.treeAt(today), ledger.owner),
      can: { list: true, create: !isNothing(rights.write) },
    })),
  }),
})
