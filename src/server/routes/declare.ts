import { declareLedger, declareMeasure } from '../../api/entry.ts'
import { mayDeclare } from '../../core/access/may-declare.ts'
import { everything } from '../../core/access/predicate.ts'
import { ledgerProblems } from '../../core/designing/ledger-problems.ts'
import { declarationProblem } from '../../core/journal/declaration.ts'
import { ledgerOf } from '../../core/measure/measure.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { weakerProblem } from '../../core/ledger/weaker.ts'
import { changeProblems } from '../../core/matter/change-procedure.ts'
import type { FieldProblem } from '../../core/refusal/refusal.ts'
import { foundIn } from '../../core/linking/fill-source.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { ledgerNumber } from '../../store/ledger-versions.ts'
import type { StateCounts } from '../../store/state-counts.ts'
import { stateCounts } from '../../store/state-counts.ts'
import { declareMeasure as redefine } from '../../store/redefine.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { actorOf } from '../posts.ts'
import { fieldProblem } from '../read-scope.ts'
import { takenKey } from '../taken-keys.ts'
import { openLedgers } from './ledger.ts'

/** A town adds or changes a ledger on screen while the system runs; its table changes with the same journal row. */
export const declareLedgerEndpoint = endpoint({
  route: declareLedger,
  load: async (ask, reader) => {
    const { input: { ledger, saw }, book, today, caller, town } = ask
    if (!book.treeAt(today).orgs.has(ledger.owner)) return fieldProblem('ledger.owner', 'not-org', { value: ledger.owner })
    const before = book.declared.ledgers.get(ledger.key)
    if (saw === 0 && before !== undefined) return fieldProblem('ledger.key', 'key-taken', { key: ledger.key })
    if (!mayDeclare(caller.posts, before, ledger)) return refuse('not-your-ledger')
    const stands = saw === undefined ? undefined : await ledgerNumber(reader, town.schema, ledger.key)
    if (stands !== undefined && stands !== saw) return refuse('declaration-moved')
    const problems = [...ledgerProblems(ledger, before, takenKey(book.declared)), ...closedReferences(ledger, before, ask), ...procedureProblems(ledger, before, ask.input.reason ?? '', await standingIn(ask, reader, ledger, before))]
    if (problems.length > 0) return refuse('bad-input', {}, problems)
    const problem = weakerProblem(before, ledger) ?? declarationProblem({ kind: 'ledger', ledger }, book.declared)
    return problem === undefined ? { ledger } : refuse('bad-declaration', { problem })
  },
  decide: ({ ledger }, { input: { reason } }) => ({ ...(reason === undefined || reason === '' ? {} : { reason }), changes: [{ act: 'declare', verb: declareLedger.verb, declaration: { kind: 'ledger', ledger } }] }),
  present: (_, __, { journal }) => ({ journal }),
})

/** A new field points to entries, or finds them, only in a ledger its declarer may open. */
const closedReferences = (ledger: Ledger, before: Ledger | undefined, ask: Ask<unknown>): readonly FieldProblem[] => {
  const open = new Set([ledger.key, ...openLedgers(ask).map((each) => each.ledger.key)])
  return ledger.fields.flatMap((field, at) => {
    const named = field.kind === 'reference' ? field.ledger : field.finds
    const stood = before?.fields.find((each) => each.key === field.key)
    return (field.kind !== 'reference' && named === undefined) || open.has(named ?? '') || (stood !== undefined && foundIn(stood) === named) ? [] : [{ field: `ledger.fields.${at}.${field.kind === 'reference' ? 'ledger' : 'finds'}`, code: 'not-found', details: { what: named ?? '' } } as const]
  })
}

/** A procedure that matters follow is changed, never taken away, and what a law fixes or protects stays in it. */
const procedureProblems = (ledger: Ledger, before: Ledger | undefined, reason: string, standing: StateCounts | undefined): readonly FieldProblem[] => {
  if (before?.procedure === undefined) return []
  if (ledger.procedure === undefined) return [{ field: 'ledger.procedure', code: 'procedure-stays', details: {} }]
  return changeProblems(before.procedure, ledger.procedure, reason, (state) => standing?.get(state) ?? 0).map(({ at, key, said }) => ({ field: `ledger.procedure.${at}.${key ?? ''}`, code: 'procedure-unfit', details: { ...said } }))
}

/** How many matters stand in each state, where a state is taken away; otherwise nobody asks. */
const standingIn = async ({ town }: Ask<unknown>, reader: Reader, ledger: Ledger, before: Ledger | undefined): Promise<StateCounts | undefined> => {
  const gone = before?.procedure?.states.some(({ key }) => ledger.procedure?.states.some((state) => state.key === key) !== true) === true
  return before === undefined || !gone ? undefined : (await stateCounts(reader, town.schema, [{ ledger: before, where: everything }])).get(before.key)
}

/** Only over a ledger its declarer may open: a filter of her own would tell her what its rows say. A measure is counted aside first and takes over at one journal number (BOOK §9), so it goes its own way to the writer. */
export const declareMeasureEndpoint = endpoint({
  route: declareMeasure,
  load: async (ask) => {
    const { input: { measure }, book, today, caller } = ask
    if (!book.treeAt(today).orgs.has(measure.owner)) return fieldProblem('measure.owner', 'not-org', { value: measure.owner })
    if (!mayDeclare(caller.posts, book.declared.measures.get(measure.key), measure)) return refuse('not-your-ledger')
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
