import { z } from 'zod'
import { Field, FieldKey, LedgerKey } from '../core/ledger/field.ts'
import { Ledger } from '../core/ledger/ledger.ts'
import { words } from '../core/words.ts'
import { ImportState } from './import.ts'
import { Whole, Words } from './parts.ts'
import { route } from './route.ts'

const Id = z.string().max(40)

/** One line of a ledger being designed: a column of the sheet, or a field that has none. */
const DraftLineOut = z.object({ at: z.number().nullable(), take: z.boolean(), role: z.enum(['field', 'from', 'to']), field: Field })

export const DraftOut = z.object({
  key: z.string(),
  title: Words,
  about: Words.nullable(),
  shape: z.enum(['event', 'register']),
  line: z.string(),
  owner: z.string(),
  villageEntry: z.boolean(),
  orgField: z.string().nullable(),
  org: z.string().nullable(),
  dateField: z.string().nullable(),
  unique: z.array(z.string()),
  lines: z.array(DraftLineOut),
})

/** What the cells of a column look like: how many are filled, how many of them each kind would take, whether one comes twice. */
const DesignColumn = z.object({ at: z.number(), title: z.string(), unit: z.string().nullable(), filled: z.number(), reads: z.record(z.string(), z.number()), unique: z.boolean().nullable(), samples: z.array(z.string()), /** Every value there is; null where there are too many to choose from. */ values: z.array(z.string()).nullable() })
export type DesignColumn = z.infer<typeof DesignColumn>

export const DesignOut = z.object({
  design: z.string(),
  name: z.string(),
  state: ImportState,
  /** Rows looked at so far. */
  rows: z.number(),
  /** With how many rows hold anything, where that was counted. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number().nullable() })),
  sheet: z.string().nullable(),
  /** Last row of the head; 0 where the sheet has none. */
  headerTo: z.number().nullable(),
  /** The first rows of the sheet as they stand, for saying where its head is. */
  top: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  columns: z.array(DesignColumn),
  /** More columns than these stand in the sheet. */
  more: z.number(),
  draft: DraftOut.nullable(),
  failure: z.object({ code: z.string(), message: Words }).nullable(),
})
export type DesignOut = z.infer<typeof DesignOut>

/** How the columns of the sheet are taken for fields, and what every row is given that the sheet does not say. */
const taking = { columns: z.array(z.object({ at: Whole, field: FieldKey.nullable() })).max(500), given: z.record(FieldKey, z.string().max(32)) }

/** The body is the file itself (`application/octet-stream`); its name stands in the address. */
export const openDesign = route({ verb: 'design.open', method: 'POST', title: words('新建台账：读表', 'New ledger: read a workbook'), input: z.object({ name: z.string().trim().min(1).max(200) }), output: z.object({ design: z.string() }) })

export const readDesign = route({ verb: 'design.read', method: 'GET', title: words('新建台账：建议的栏目', 'New ledger: proposed fields'), input: z.object({ design: Id }), output: DesignOut })

/** Takes another sheet, or another row for its head (0: it has none). */
export const mapDesign = route({ verb: 'design.map', method: 'POST', title: words('新建台账：换表或表头', 'New ledger: another sheet or head'), input: z.object({ design: Id, sheet: z.string().max(64).optional(), headerTo: Whole.max(80).optional() }), output: z.object({ design: z.string() }) })

/** The first rows as they would be read, and what is wrong with the declaration; declares nothing. */
export const checkDesign = route({
  verb: 'design.check',
  method: 'POST',
  title: words('新建台账：试读', 'New ledger: try it'),
  input: z.object({ design: Id, ledger: Ledger, ...taking }),
  output: z.object({
    problems: z.array(z.object({ field: z.string(), code: z.string(), message: Words })),
    rows: z.array(z.object({ row: z.number(), cells: z.record(z.string(), z.object({ text: Words.nullable(), problem: Words.nullable() })) })),
  }),
})
export type TriedRow = z.infer<typeof checkDesign.output>['rows'][number]

/** The sheet a ledger was designed from, as an import into it: read by the columns chosen, waiting to be written. */
export const takeDesign = route({ verb: 'design.take', method: 'POST', title: words('新建台账：转入导入', 'New ledger: import the sheet'), input: z.object({ design: Id, ledger: LedgerKey, ...taking }), output: z.object({ import: z.string() }) })

/** Keys for titles, by their pinyin: of a ledger one that is free, of fields and choices such that no two are alike. */
export const nameDesign = route({ verb: 'design.name', method: 'POST', title: words('新建台账：拟代号', 'New ledger: keys for titles'), input: z.object({ of: z.enum(['ledger', 'field', 'choice', 'measure']), titles: z.array(z.string().min(1).max(200)).min(1).max(200) }), output: z.object({ keys: z.array(z.string()) }) })

export const ledgerVersions = route({
  verb: 'ledger.versions',
  method: 'GET',
  title: words('台账栏目的变更', 'Versions of a ledger'),
  input: z.object({ ledger: z.string().max(60) }),
  output: z.object({
    /** As it stands. */
    ledger: Ledger,
    versions: z.array(z.object({ version: z.number(), number: z.number(), recordedAt: z.string(), by: z.string(), changes: z.array(z.object({ what: z.string(), field: z.string().nullable(), title: Words, was: Words.nullable() })) })),
    /** May the caller change it. */
    can: z.object({ declare: z.boolean() }),
  }),
})
