import { declarationProblem } from '../core/journal/declaration.ts'
import { systemLedgers } from '../core/ledger/system.ts'
import type { Database } from './database.ts'
import { StoreUnavailable } from './store-unavailable.ts'
import type { OpenTown, Town } from './town.ts'
import { declareAll, openTown, outdated } from './town.ts'
import { holding } from './upkeep.ts'

/**
 * Opens a town whose product ledgers may have been declared by an earlier version: what differs is declared anew, with
 * its own journal row and its columns in the same transaction (BOOK §5). Of processes that open at once, one declares.
 * Throws `StoreUnavailable` where a later version has declared more than this one knows, and where the town had given a ledger of
 * its own a key that is the product's by now; nothing is changed then.
 */
export const openUpToDate = async (db: Database, place: { readonly code: string; readonly name: string; readonly schema: string }, options: OpenTown = {}): Promise<Town> => {
  const town = openTown(db, place, options)
  try {
    const { declared } = await town.book()
    if (!systemLedgers.some((ledger) => outdated(declared.ledgers.get(ledger.key), ledger))) return town
    const own = systemLedgers.flatMap(({ key }) => declared.ledgers.get(key) ?? []).filter((ledger) => ledger.system !== true)
    if (own.length > 0) throw new StoreUnavailable('ledger-key-taken', own.map((ledger) => `${ledger.title.zh} ${ledger.key}`).join('、'))
    for (const ledger of systemLedgers) {
      const problem = declarationProblem({ kind: 'ledger', ledger }, declared)
      if (problem !== undefined) throw new StoreUnavailable('declaration-newer', `${place.schema}/${problem}`)
    }
    await holding(db, `zhenwu.system.${place.schema}`, () => declareAll(town, systemLedgers, []))
    return town
  } catch (problem) {
    await town.close()
    throw problem
  }
}
