import { declareLedger, declareMeasure } from '../../api/entry.ts'
import { declarationProblem } from '../../core/journal/declaration.ts'
import { ledgerOf } from '../../core/measure/measure.ts'
import { weakerProblem } from '../../core/ledger/weaker.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { declareMeasure as redefine } from '../../store/redefine.ts'
import { endpoint } from '../endpoint.ts'
import { actorOf } from '../posts.ts'
import { fieldProblem } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

/** A town adds or changes a ledger on screen while the system runs; its table changes with the same journal row. */
export const declareLedgerEndpoint = endpoint({
  route: declareLedger,
  load: async ({ input: { ledger }, book, today }) => {
    if (!book.treeAt(today).orgs.has(ledger.owner)) return fieldProblem('ledger.owner', 'not-org', { value: ledger.owner })
    const problem = weakerProblem(book.declared.ledgers.get(ledger.key), ledger) ?? declarationProblem({ kind: 'ledger', ledger }, book.declared)
    return problem === undefined ? { ledger } : refuse('bad-declaration', { problem })
  },
  decide: ({ ledger }) => ({ changes: [{ act: 'declare', verb: declareLedger.verb, declaration: { kind: 'ledger', ledger } }] }),
  present: (_, __, { journal }) => ({ journal }),
})

/** Only over a ledger its declarer may open: a filter of her own would tell her what its rows say. A measure is counted aside first and takes over at one journal number (BOOK §9), so it goes its own way to the writer. */
export const declareMeasureEndpoint = endpoint({
  route: declareMeasure,
  load: async (ask) => {
    const { input: { measure }, book, today } = ask
    if (!book.treeAt(today).orgs.has(measure.owner)) return fieldProblem('measure.owner', 'not-org', { value: measure.owner })
    const counted = ledgerOf(measure.definition)
    const closed = counted !== undefined && book.declared.ledgers.has(counted) && !openLedgers(ask).some(({ ledger }) => ledger.key === counted)
    return closed ? fieldProblem('measure.definition.ledger', 'not-found', { what: counted }) : { measure, journal: 0 }
  },
  prepare: async ({ measure }, { town, caller }) => {
    const outcome = await redefine(town, measure, actorOf(caller, declareMeasure.verb))
    return isRefusal(outcome) ? outcome : { measure, journal: outcome.numbers[0] ?? 0 }
  },
  present: async ({ measure, journal }, { town }) => {
    const version = (await town.book()).versions.find((each) => each.number === journal && each.measure.key === measure.key)
    return { journal, version: version?.version ?? 0 }
  },
})
