import { declarationProblem } from '../core/journal/declaration.ts'
import type { Outcome } from '../core/journal/fold.ts'
import type { Actor } from '../core/journal/row.ts'
import type { Measure } from '../core/measure/measure.ts'
import { refuse } from '../core/refusal/refusal.ts'
import { loadBook } from './book.ts'
import { recountAside } from './recount.ts'
import { onSnapshot } from './snapshot.ts'
import type { Town } from './town.ts'

/**
 * Declares a measure, new or changed (BOOK §9): counted aside on a snapshot while the town goes on writing;
 * the writer is held only to catch up with what changed meanwhile and to let the version take over at one
 * journal number.
 */
export const declareMeasure = async (town: Town, measure: Measure, by: Actor): Promise<Outcome> => {
  const declaration = { kind: 'measure', measure } as const
  const { declared } = await town.book()
  const problem = declarationProblem(declaration, declared)
  if (problem !== undefined) return refuse('bad-declaration', { problem })
  const prepared = await onSnapshot(town.db, async (client) => recountAside(client, town.schema, await loadBook(client, town.schema), measure))
  return town.commit({ by, changes: [{ act: 'declare', verb: 'measure.declare', declaration }] }, { prepared })
}
