import { declareLedger, declareMeasure } from '../../api/entry.ts'
import { declarationProblem } from '../../core/journal/declaration.ts'
import { weakerProblem } from '../../core/ledger/weaker.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { declareMeasure as redefine } from '../../store/redefine.ts'
import { endpoint } from '../endpoint.ts'
import { actorOf } from '../posts.ts'
import { fieldProblem } from '../read-scope.ts'

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

/** A measure is counted aside first and takes over at one journal number (BOOK §9), so it goes its own way to the writer. */
export const declareMeasureEndpoint = endpoint({
  route: declareMeasure,
  load: async ({ input: { measure }, book, today }) => (book.treeAt(today).orgs.has(measure.owner) ? { measure, journal: 0 } : fieldProblem('measure.owner', 'not-org', { value: measure.owner })),
  prepare: async ({ measure }, { town, caller }) => {
    const outcome = await redefine(town, measure, actorOf(caller, declareMeasure.verb))
    return isRefusal(outcome) ? outcome : { measure, journal: outcome.numbers[0] ?? 0 }
  },
  present: async ({ measure, journal }, { town }) => {
    const version = (await town.book()).versions.find((each) => each.number === journal && each.measure.key === measure.key)
    return { journal, version: version?.version ?? 0 }
  },
})
