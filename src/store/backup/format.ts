import { z } from 'zod'

/**
 * A backup is one gzip stream of lines: a head line of JSON; for every table a line of JSON with its name and
 * columns, its rows as COPY text, and a line `\.`; at last a line of JSON with the journal head, the row counts
 * and the SM3 of all that stands before that line. It names no version of PostgreSQL and needs none.
 */
export const backupFormat = 'zhenwu-backup'
export const backupVersion = 1
export const endOfRows = '\\.\n'

export const BackupHead = z.object({
  format: z.literal(backupFormat),
  version: z.number().int(),
  town: z.object({ code: z.string(), name: z.string(), schema: z.string() }),
  /** The migrations the tables were made by. */
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), checksum: z.string() })),
})
export type BackupHead = z.infer<typeof BackupHead>

export const BackupTable = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
export type BackupTable = z.infer<typeof BackupTable>

export const BackupEnd = z.object({
  end: z.object({ number: z.number().int(), hash: z.string() }),
  rows: z.record(z.string(), z.number().int()),
  sm3: z.string(),
})
export type BackupEnd = z.infer<typeof BackupEnd>
