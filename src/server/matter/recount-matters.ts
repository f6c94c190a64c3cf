import type { Change } from '../../core/ledger/change.ts'
import { toldColumns } from '../../core/matter/kept-columns.ts'
import { columnsStand, stepChange } from '../../core/matter/take-step.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findOpen, findSteps, procedureOf } from '../../store/matters.ts'
import type { Town } from '../../store/town.ts'
import { installation } from '../../store/town.ts'

/** Matters read and written at once. */
const part = 10_000

/**
 * Reckons the columns of all open matters anew, as their actions and the calendar have them now. Only what says something
 * else is written, as one batch with its reason; answers how many. A matter that moves meanwhile is left to its own step.
 */
export const recountMatters = async (town: Town, reason: string): Promise<number> => {
  const { db, schema } = town
  let moved = 0
  for (const ledger of (await town.book()).declared.ledgers.values()) {
    if (ledger.procedure === undefined) continue
    for (let after = 0; ; ) {
      const book = await town.book()
      const entries = await findOpen(db.pool, schema, ledger, after, part)
      if (entries.length === 0) break
      const actions = await findSteps(db.pool, schema, book, ledger.key, entries.map(({ id }) => id))
      const changes = entries.flatMap((entry): readonly Change[] => {
        const procedure = procedureOf(book, ledger.key, entry.id)
        const columns = procedure === undefined ? undefined : toldColumns(ledger, entry, { procedure, actions: actions.get(entry.id) ?? [] }, book.calendar)
        return columns === undefined || columnsStand(entry, columns) ? [] : [stepChange(ledger, entry, `${ledger.key}.recount`, columns)]
      })
      if (changes.length > 0) {
        const outcome = await town.commit({ by: installation, changes, reason, batch: `recount ${ledger.key} ${book.head}` }, { bulk: true })
        if (!isRefusal(outcome)) moved += changes.length
        else if (outcome.code === 'stale-version') continue
        else throw new Error(`matters of ${ledger.key} cannot be reckoned: ${outcome.code} ${JSON.stringify(outcome.details)}`)
      }
      after = entries[entries.length - 1]?.id ?? after
      if (entries.length < part) break
    }
  }
  return moved
}
