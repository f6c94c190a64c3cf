import { createSupervision } from '../../api/supervision.ts'
import { beginMatter } from '../../core/matter/begin-matter.ts'
import { openMatter } from '../../core/matter/matter.ts'
import { takeStep } from '../../core/matter/take-step.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { assignStep, nextNumber, supervisionLedger } from '../../core/report/supervision.ts'
import { findInstruction, supervisionNumbers } from '../../store/instructions.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem, readDay } from '../read-scope.ts'

/** Enters the item where the town keeps them, and gives it to its office in the same change. */
export const createSupervisionEndpoint = endpoint({
  route: createSupervision,
  load: async ({ input, town, book, today }, reader) => {
    const due = readDay('due', input.due)
    if (isRefusal(due)) return due
    if (due < today) return fieldProblem('due', 'below-minimum', { min: today })
    if (input.source === 'instruction' && input.instruction === undefined) return fieldProblem('instruction', 'field-required', {})
    if (input.instruction !== undefined && (await findInstruction(reader, town.schema, input.instruction)) === undefined) return fieldProblem('instruction', 'not-found', { what: `#${input.instruction}` })
    if (!book.treeAt(today).orgs.has(input.org)) return fieldProblem('org', 'not-org', { value: input.org })
    const ledger = supervisionLedger(book.declared.ledgers.values())
    if (ledger?.procedure === undefined) return refuse('no-supervision-ledger')
    return { ledger, procedure: ledger.procedure, number: nextNumber(today, await supervisionNumbers(reader, town.schema, ledger)) }
  },
  decide: ({ ledger, procedure, number }, { input, book, today, caller }) => {
    const fields = { number, source: input.source, org: input.org, day: today, content: input.content, ...(input.instruction === undefined ? {} : { instruction: String(input.instruction) }) }
    const opening = { day: today, raiser: caller.person, first: ledger.owner, fields }
    const at = { keeper: ledger.owner, org: input.org, tree: book.treeAt(today), calendar: book.calendar, today }
    const given = { to_org: input.org, act_by: input.due, note: input.content }
    const taken = takeStep(ledger, procedure, openMatter(procedure, opening), { step: assignStep, given }, { id: caller.person, posts: caller.posts }, at)
    return isRefusal(taken) ? taken : { changes: beginMatter(ledger, procedure, opening, [taken.action], book.calendar, createSupervision.verb, 'item') }
  },
  present: ({ ledger, number }, _, { id, journal }) => ({ ledger: ledger.key, entry: id, journal, number }),
})
