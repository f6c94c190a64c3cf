import { untieMatter } from '../../api/matter-tie.ts'
import type { Change } from '../../core/ledger/change.ts'
import { productSteps } from '../../core/matter/product-steps.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findEntries } from '../../store/entries.ts'
import { findTies, tieLedger } from '../../store/matter-ties.ts'
import { endpoint } from '../endpoint.ts'
import { judgedAgain } from '../judged-again.ts'
import { actorIn, loadOnce, recorded } from '../matter/tied-records.ts'
import { untying } from '../matter/untying.ts'
import { fieldProblem } from '../read-scope.ts'

export const untieMatterEndpoint = judgedAgain(
  endpoint({
    route: untieMatter,
    load: async (ask, reader) => {
      const { input, town, book } = ask
      const once = await loadOnce(ask, reader)
      if (isRefusal(once) || once.before !== undefined) return isRefusal(once) ? once : { ...once, untied: undefined, entry: undefined }
      const tie = (await findTies(reader, town.schema, input.ledger, input.entry)).find(({ id }) => id === input.tie)
      const ledger = book.declared.ledgers.get(tieLedger)
      const entry = tie === undefined || ledger === undefined ? undefined : (await findEntries(reader, town.schema, ledger, [tie.id])).get(tie.id)
      if (tie === undefined || entry === undefined) return fieldProblem('tie', 'not-found', { what: `#${input.tie}` })
      const untied = await untying(ask, reader, once.seen, tie, input.note)
      return isRefusal(untied) ? untied : { ...once, untied, entry }
    },
    decide: ({ seen, untied, entry }, ask) => {
      const { verb } = untieMatter
      if (untied === undefined) return { changes: [] }
      const { part } = untied
      const step = part === undefined ? productSteps.undoMerge : productSteps.undoSplit
      const gone: readonly Change[] = part === undefined ? [] : [{ act: 'void', verb, ledger: part.ledger.key, entry: part.entry.id, saw: part.entry.version }]
      return {
        changes: [...untied.taken.flatMap(([of, taken]) => recorded(of, taken, verb, of === seen ? (ask.input.once ?? null) : null)), ...gone, { act: 'void', verb, ledger: tieLedger, entry: entry.id, saw: entry.version }],
        reason: ask.input.note,
        by: actorIn(seen, step, ask),
      }
    },
    present: ({ before }, _, { journal }) => ({ journal: before ?? journal }),
  }),
)
