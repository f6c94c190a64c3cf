import { findMatters } from '../../api/matter-tie.ts'
import { both } from '../../core/access/predicate.ts'
import { findingFields, mostFound } from '../../core/linking/finding.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { valueOf } from '../../core/ledger/value.ts'
import { findLinkedEntries } from '../../store/find-linked.ts'
import { endpoint } from '../endpoint.ts'
import { procedures } from '../load-matter.ts'
import { orgName } from '../org-ref.ts'
import { presentOther } from '../present-tied.ts'
import { fieldProblem } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

/** Every ledger is looked into for the same words, and what is found in each is told in turn, so that none hides the others. */
export const findMattersEndpoint = endpoint({
  route: findMatters,
  load: async (ask, reader) => {
    const { input, town } = ask
    const ledgers = procedures(ask).filter(({ ledger }) => input.ledger === undefined || ledger.key === input.ledger)
    if (input.ledger !== undefined && ledgers.length === 0) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const found: { readonly ledger: Ledger; readonly entry: Entry; readonly turn: number }[] = []
    for (const { ledger } of ledgers) {
      const rights = rightsIn(ledger, ask)
      const entries = await findLinkedEntries(reader, town.schema, ledger, input.list === 'open' ? both(rights.read, { kind: 'not', of: { kind: 'known', field: 'settled' } }) : rights.read, { text: input.q.replace(/^#(?=\d)/, ''), pattern: undefined, fields: findingFields(ledger, rights), limit: mostFound + 1 })
      found.push(...entries.map((entry, turn) => ({ ledger, entry, turn })))
    }
    return found.sort((a, b) => a.turn - b.turn)
  },
  present: (found, ask) => ({
    found: found.slice(0, mostFound).map(({ ledger, entry }) => {
      const holder = valueOf(lastSpan(entry).fields, 'holder')
      return { ...presentOther(ask, ledger.key, entry.id, entry), ledgerTitle: ledger.title, holder: typeof holder === 'string' ? orgName(ask.book.treeAt(ask.today), holder) : null }
    }),
    more: found.length > mostFound,
  }),
})
