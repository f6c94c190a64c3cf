import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, EntryNumber, Reason, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** How far an import is. `reading` and `writing` go on by themselves; `ready` waits for a person. */
export const ImportState = z.enum(['reading', 'ready', 'writing', 'done', 'stopped', 'failed'])

/** A problem at its cell; `cell` is empty where the whole row is meant. */
export const CellProblemOut = z.object({ row: z.number(), cell: z.string(), title: z.string(), code: z.string(), message: Words })
export type CellProblemOut = z.infer<typeof CellProblemOut>

/** A column of the sheet, what it is taken for and why. */
export const ImportColumn = z.object({ at: z.number(), title: z.string(), unit: z.string().nullable(), field: z.string().nullable(), by: z.enum(['remembered', 'name', 'synonym', 'values', 'chosen']).nullable(), samples: z.array(z.string()) })

/** What a row will do: enter a new entry, correct one that has its key, or nothing as it says what stands already. */
const Example = z.object({ row: z.number(), does: z.enum(['create', 'correct', 'same']), entry: z.number().nullable(), fields: z.array(z.object({ field: z.string(), title: Words, before: z.string().nullable(), after: z.string().nullable() })) })

export const ImportOut = z.object({
  import: z.string(),
  ledger: z.string(),
  name: z.string(),
  state: ImportState,
  /** Rows read or written so far, and how many there are where that is known. */
  progress: z.object({ rows: z.number(), of: z.number().nullable() }),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number().nullable() })),
  sheet: z.string().nullable(),
  headerTo: z.number().nullable(),
  columns: z.array(ImportColumn),
  /** Fields a column may be taken for. */
  fields: z.array(z.object({ key: z.string(), title: Words, required: z.boolean(), kind: z.string(), unit: z.string().nullable(), choices: z.array(z.object({ key: z.string(), title: Words })) })),
  /** The fields by which a row is known again; none where rows are always new. */
  key: z.array(z.string()).nullable(),
  keys: z.array(z.array(z.string())),
  /** What every row says in a field the sheet has no column for. */
  fixed: z.array(z.object({ field: z.string(), text: z.string() })),
  counts: z.object({ create: z.number(), correct: z.number(), same: z.number(), problem: z.number(), skipped: z.number() }),
  problems: z.array(CellProblemOut),
  /** Codes and numbers that look wrong in rows that are taken all the same: how many, and the first of them. */
  warned: z.number(),
  warnings: z.array(CellProblemOut),
  examples: z.array(Example),
  /** The same bytes were taken into the ledger before. */
  before: z.object({ day: DayText, by: z.string(), created: z.number(), corrected: z.number() }).nullable(),
  /** Why it could not be read or written. */
  failure: z.object({ code: z.string(), message: Words }).nullable(),
  batch: z.string().nullable(),
})
export type ImportOut = z.infer<typeof ImportOut>

/** The body is the file itself (`application/octet-stream`); ledger and name stand in the address. */
export const openImport = route({ verb: 'import.open', method: 'POST', title: words('导入：读表', 'Import: read a workbook'), input: z.object({ ledger: z.string().max(60), name: z.string().trim().min(1).max(200) }), output: z.object({ import: z.string() }) })

export const readImport = route({ verb: 'import.read', method: 'GET', title: words('导入：预览', 'Import: preview'), input: z.object({ import: z.string().max(40) }), output: ImportOut })

/** Takes another sheet, header, columns or key; the file is read again. */
export const mapImport = route({
  verb: 'import.map',
  method: 'POST',
  title: words('导入：对应各列', 'Import: match columns'),
  input: z.object({ import: z.string().max(40), sheet: z.string().max(64).optional(), headerTo: Whole.optional(), columns: z.array(z.object({ at: Whole, field: z.string().max(60).nullable() })).max(500).optional(), key: z.array(z.string().max(60)).max(10).nullable().optional(), fixed: z.array(z.object({ field: z.string().max(60), text: z.string().max(400) })).max(100).optional() }),
  output: z.object({ import: z.string() }),
})

/** Writes the good rows, or with `all` only if there is no problem row; `from` is the day from which new entries of a register hold. */
export const acceptImport = route({
  verb: 'import.accept',
  method: 'POST',
  title: words('导入：写入', 'Import: write'),
  input: z.object({ import: z.string().max(40), rows: z.enum(['good', 'all']), reason: Reason.optional(), from: DayText.optional() }),
  output: z.object({ import: z.string(), batch: z.string() }),
})

/** Stops reading, or writing after the part that is under way; what was written can be undone as a batch. */
export const cancelImport = route({ verb: 'import.cancel', method: 'POST', title: words('导入：停止', 'Import: stop'), input: z.object({ import: z.string().max(40) }), output: z.object({ import: z.string() }) })

/** The workbook back, its problem cells marked and commented. */
export const problemsImport = route({ verb: 'import.problems', method: 'GET', title: words('导入：问题表', 'Import: workbook of problems'), input: z.object({ import: z.string().max(40) }), output: z.instanceof(Uint8Array) })

export const listImports = route({
  verb: 'import.list',
  method: 'GET',
  title: words('导入记录', 'Imports'),
  input: z.object({ ledger: z.string().max(60), offset: Whole.default(0), limit: Whole.max(100).default(20) }),
  output: z.object({
    total: z.number(),
    imports: z.array(z.object({ entry: EntryNumber, day: DayText, name: z.string(), by: z.string(), state: z.enum(['committing', 'done', 'stopped', 'undone']), batch: z.string(), created: z.number(), corrected: z.number(), rejected: z.number() })),
  }),
})
