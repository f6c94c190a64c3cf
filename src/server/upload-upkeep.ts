import { namingFiles, unnamedDays } from '../core/ledger/attached.ts'
import type { Town } from '../store/town.ts'
import { dropUnnamed } from '../store/uploads.ts'

const day = 86_400_000

/** Takes out what was brought and, by `now`, was named by no entry for too long; answers how many files. */
export const cleanUploads = async (town: Pick<Town, 'db' | 'schema' | 'book'>, now: string): Promise<number> => {
  const { declared } = await town.book()
  return dropUnnamed(town.db.pool, town.schema, namingFiles(declared.ledgers.values()), new Date(Date.parse(now) - unnamedDays * day).toISOString())
}

/** Cleans once now and then once a day, until it is closed; what fails is told and tried again the next day. */
export const openUploadUpkeep = (town: Town, failed: (problem: unknown) => void): { readonly close: () => Promise<void> } => {
  let running: Promise<unknown> = Promise.resolve()
  const clean = (): void => void (running = cleanUploads(town, new Date().toISOString()).catch(failed))
  clean()
  const clock = setInterval(clean, day).unref()
  return {
    close: async () => {
      clearInterval(clock)
      await running
    },
  }
}
