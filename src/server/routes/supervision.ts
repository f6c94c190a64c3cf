import { closeSupervision, createSupervision, listSupervisions, reportSupervision, signSupervision } from '../../api/supervision.ts'
import type { Change } from '../../core/ledger/change.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import type { SupervisionAct } from '../../core/report/supervision.ts'
import { nextNumber, stateAfter, supervisionProblem } from '../../core/report/supervision.ts'
import type { Supervision } from '../../store/instructions.ts'
import { findInstruction, findSupervision, listSupervisions as findSupervisions, supervisionNumbers } from '../../store/instructions.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { presentSupervision } from '../present-supervision.ts'
import { fieldProblem, readDay } from '../read-scope.ts'

export const listSupervisionsEndpoint = endpoint({
  route: listSupervisions,
  load: ({ input, town }, reader) => findSupervisions(reader, town.schema, input.state ?? 'open', input),
  present: ({ total, items }, ask) => ({ total, items: items.map((item) => presentSupervision(item, ask)) }),
})

export const createSupervisionEndpoint = endpoint({
  route: createSupervision,
  load: async ({ input, town, book, today }, reader) => {
    const due = readDay('due', input.due)
    if (isRefusal(due)) return due
    if (due < today) return fieldProblem('due', 'below-minimum', { min: today })
    if ((await findInstruction(reader, town.schema, input.instruction)) === undefined) return fieldProblem('instruction', 'not-found', { what: `#${input.instruction}` })
    if (!book.treeAt(today).orgs.has(input.org)) return fieldProblem('org', 'not-org', { value: input.org })
    return { number: nextNumber(today, await supervisionNumbers(reader, town.schema)) }
  },
  decide: ({ number }, { input, today }) => ({
    changes: [{ act: 'create', verb: createSupervision.verb, ledger: 'supervision', spans: [{ from: null, to: null, fields: { number, instruction: String(input.instruction), org: input.org, day: today, due: input.due, content: input.content, state: 'raised' } }] }],
  }),
  present: ({ number }, _, { id, journal }) => ({ supervision: id, journal, number }),
})

/** An item someone may take this step with. */
const loadItem = (act: SupervisionAct) => async ({ input, town, caller }: Ask<{ readonly supervision: number }>, reader: Reader): Promise<Supervision | Refusal> => {
  const item = await findSupervision(reader, town.schema, input.supervision)
  if (item === undefined) return refuse('not-found', { what: `#${input.supervision}` })
  return supervisionProblem(caller.posts, act, item) ?? item
}

const step = (act: SupervisionAct, item: Supervision, saw: number, set: Readonly<Record<string, string>> = {}): readonly Change[] => [{ act: 'correct', verb: act, ledger: 'supervision', entry: item.id, saw, set: { state: stateAfter(act), ...set } }]

export const signSupervisionEndpoint = endpoint({
  route: signSupervision,
  load: loadItem('supervision.sign'),
  decide: (item, { input }) => ({ changes: step('supervision.sign', item, input.saw) }),
  present: (item, _, { journal }) => ({ supervision: item.id, journal }),
})

export const reportSupervisionEndpoint = endpoint({
  route: reportSupervision,
  load: loadItem('supervision.report'),
  decide: (item, { input }) => ({ changes: step('supervision.report', item, input.saw, { progress: input.progress }) }),
  present: (item, _, { journal }) => ({ supervision: item.id, journal }),
})

export const closeSupervisionEndpoint = endpoint({
  route: closeSupervision,
  load: loadItem('supervision.close'),
  decide: (item, { input }) => ({ changes: step('supervision.close', item, input.saw) }),
  present: (item, _, { journal }) => ({ supervision: item.id, journal }),
})
