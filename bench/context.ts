import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../src/store/database.ts'
import { openDatabase } from '../src/store/database.ts'
import type { Town } from '../src/store/town.ts'
import { syntheticTown } from './synthetic/town.ts'

/** What the lines share: one built-in database of the run, the towns made in it, and how much is asked. */
export type Context = {
  readonly full: boolean
  /** Whether to write down the plans of the hand-written SQL again. */
  readonly plans: boolean
  readonly db: Database
  /** The data directory it is in. */
  readonly data: string
  /** The synthetic town of so many entries, made once in a run. */
  readonly town: (entries: number) => Promise<Town>
  /** Any other town a line makes: closed at the end of the run, else the database would wait for its writer. */
  readonly keep: (town: Town) => Town
  /** Tells a person how far the run is; silent where only JSON may be printed. */
  readonly say: (text: string) => void
}

/** Opens a database in a new directory under the place for temporary files (a real disk, if syncing is to cost what it costs). */
export const openContext = async (options: { readonly full: boolean; readonly plans: boolean; readonly say: (text: string) => void }): Promise<Context & { readonly close: () => Promise<void> }> => {
  const data = mkdtempSync(join(tmpdir(), 'zhenwu-bench-'))
  const db = await openDatabase({ data, connections: 16 })
  const towns = new Map<number, Promise<Town>>()
  const kept: Town[] = []
  const make = async (entries: number): Promise<Town> => {
    options.say(`making a town of ${entries} entries`)
    const from = performance.now()
    const town = await syntheticTown(db, `town_${entries}`, entries)
    options.say(`made in ${((performance.now() - from) / 1000).toFixed(1)} s`)
    return town
  }
  return {
    ...options,
    db,
    data,
    town: (entries) => {
      const town = towns.get(entries) ?? make(entries)
      towns.set(entries, town)
      return town
    },
    keep: (town) => {
      kept.push(town)
      return town
    },
    close: async () => {
      for (const town of towns.values()) await town.then((each) => each.close(), () => undefined)
      for (const town of kept) await town.close()
      await db.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
