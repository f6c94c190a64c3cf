import { z } from 'zod'
import { Ledger } from '../core/ledger/ledger.ts'
import { Measure } from '../core/measure/measure.ts'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, OrgRef, Reason, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** Field values as they may be seen: masked where personal, null where empty. */
export const FieldsOut = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))
export const FieldsIn = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export const listLedgers = route({
  verb: 'ledger.list',
  method: 'GET',
  title: words('台账', 'Ledgers'),
  input: z.object({}),
  output: z.object({ ledgers: z.array(z.object({ ledger: Ledger, entries: z.number(), ownerName: Words, can: Can })) }),
})

export const listOrgs = route({ verb: 'org.list', method: 'GET', title: words('单位', 'Organisations'), input: z.object({}), output: z.object({ root: z.string(), orgs: z.array(OrgRef.extend({ to: DayText.nullable(), successor: z.string().nullable() })) }) })

export const RowOut = z.object({ id: z.number(), version: z.number(), void: z.boolean(), from: DayText.nullable(), to: DayText.nullable(), fields: FieldsOut })
export type RowOut = z.infer<typeof RowOut>

/** Which rows of a ledger: text looked for, conditions, and whether void rows are among them. */
const which = {
  /** Text looked for in every text field the caller may see; letters also as the first letters of Chinese syllables. */
  q: z.string().max(100).optional(),
  /** Conditions as core/ledger/conditions.ts writes them, joined by `;`. */
  where: z.string().max(4000).optional(),
  void: z.enum(['true', 'false']).optional(),
}

/** Which rows of a ledger are meant, and in which order. */
const asked = {
  ...which,
  /** Fields, `id`, `valid_from` or `valid_to`, joined by `,`; a minus before one is from great to small. `desc` turns all of it. */
  sort: z.string().max(200).optional(),
  desc: z.enum(['true', 'false']).optional(),
}

const Sums = z.record(z.string(), z.string())
const Told = { code: z.string(), message: Words }

/** What setting fields of one row among many comes to. */
const RevisedOut = z.object({ entry: z.number(), does: z.enum(['correct', 'same', 'refused']), code: z.string().nullable(), message: Words.nullable(), fields: z.array(z.object({ field: z.string(), ...Told })), before: FieldsOut, after: FieldsOut })
export type RevisedOut = z.infer<typeof RevisedOut>
/** Fields the form filled from a register, and the entry each came from: counted, where they do hold what stands there. */
const filled = z.array(z.object({ field: z.string().max(48), entry: EntryNumber })).max(100).optional()

/** Every declared ledger has these verbs as `<ledger>.list` and so on. */
export const entryRoutes = (ledger: string, title: Words) => ({
  list: route({
    verb: `${ledger}.list`,
    method: 'GET',
    title: words(`${title.zh}：列表`, `${title.en}: list`),
    input: z.object({ ...asked, offset: Whole.default(0), limit: Whole.max(500).default(50) }),
    output: z.object({ rows: z.array(RowOut), total: z.number(), sums: Sums, can: Can }),
  }),
  /** All rows gathered by one or two fields: choices, organisations, periods, yes and no, months of a day; `where` are the conditions that open a group. */
  group: route({
    verb: `${ledger}.group`,
    method: 'GET',
    title: words(`${title.zh}：分组`, `${title.en}: group`),
    input: z.object({ ...which, by: z.string().max(120) }),
    output: z.object({ groups: z.array(z.object({ values: z.array(z.string().nullable()), where: z.string(), count: z.number(), sums: Sums })), total: z.number(), sums: Sums }),
  }),
  export: route({
    verb: `${ledger}.export`,
    method: 'GET',
    title: words(`${title.zh}：导出`, `${title.en}: export`),
    input: z.object({
      ...asked,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      /** Keys of the fields wanted, in order, joined by commas; all unless given. */
      columns: z.string().max(2000).optional(),
      lang: z.enum(['zh', 'en']).default('zh'),
    }),
    output: z.instanceof(Uint8Array),
  }),
  template: route({
    verb: `${ledger}.template`,
    method: 'GET',
    title: words(`${title.zh}：填报模板`, `${title.en}: template to fill`),
    input: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
    output: z.instanceof(Uint8Array),
  }),
  read: route({
    verb: `${ledger}.read`,
    method: 'GET',
    title: words(`${title.zh}：条目`, `${title.en}: entry`),
    input: z.object({ entry: EntryNumber, asOf: z.string().optional() }),
    output: z.object({
      id: z.number(),
      version: z.number(),
      void: z.boolean(),
      spans: z.array(z.object({ from: DayText.nullable(), to: DayText.nullable(), fields: FieldsOut })),
      /** Fields of the last state the caller sees masked, and whether she may see one for a purpose, or ask for its erasure. */
      masked: z.array(z.object({ field: z.string(), reveal: z.boolean(), erase: z.boolean() })),
      history: z.array(z.object({ number: z.number(), recordedAt: z.string(), by: z.string(), approvedBy: z.string().nullable(), verb: z.string(), reason: z.string().nullable(), batch: z.string().nullable(), changed: z.array(z.object({ field: z.string(), title: Words, before: Words.nullable(), after: Words.nullable() })) })),
      can: Can,
    }),
  }),
  create: route({
    verb: `${ledger}.create`,
    method: 'POST',
    title: words(`${title.zh}：新增`, `${title.en}: create`),
    input: z.object({ fields: FieldsIn, from: DayText.optional(), to: DayText.optional(), filled }),
    output: z.object({ id: z.number(), journal: z.number() }),
  }),
  correct: route({
    verb: `${ledger}.correct`,
    method: 'POST',
    title: words(`${title.zh}：更正`, `${title.en}: correct`),
    input: z.object({ entry: EntryNumber, saw: EntryNumber, set: FieldsIn, span: Whole.optional(), from: DayText.optional(), to: DayText.nullable().optional(), reason: Reason, filled }),
    output: z.object({ id: z.number(), journal: z.number() }),
  }),
  /** Corrects many rows, each its own fields, as one batch; `dry` only tells what would happen, and with `all` one refused row refuses them all. */
  edit: route({
    verb: `${ledger}.edit`,
    method: 'POST',
    title: words(`${title.zh}：成块更正`, `${title.en}: correct a block`),
    input: z.object({ edits: z.array(z.object({ entry: EntryNumber, saw: EntryNumber, set: FieldsIn })).min(1).max(2000), rows: z.enum(['good', 'all']), dry: z.boolean(), reason: Reason.optional() }),
    output: z.object({ batch: z.string().nullable(), correct: z.number(), same: z.number(), refused: z.number(), rows: z.array(RevisedOut) }),
  }),
  /**
   * Sets the same fields in all rows of a list, or in those of its rows that are named, as one batch, a part at a time: `next` is the `after` of the part that
   * follows. `dry` only tells what would happen, and the journal number it was told at; a row that changed after that number is then refused.
   */
  fill: route({
    verb: `${ledger}.fill`,
    method: 'POST',
    title: words(`${title.zh}：批量更正`, `${title.en}: correct in bulk`),
    input: z.object({ ...which, entries: z.array(EntryNumber).max(2000).optional(), set: FieldsIn, dry: z.boolean(), seen: EntryNumber.optional(), after: Whole.default(0), reason: Reason.optional() }),
    output: z.object({
      seen: z.number(),
      batch: z.string().nullable(),
      part: z.object({ rows: z.number(), correct: z.number(), same: z.number(), refused: z.number(), reasons: z.array(z.object({ ...Told, count: z.number() })), refusals: z.array(z.object({ entry: z.number(), ...Told })), examples: z.array(z.object({ entry: z.number(), before: FieldsOut, after: FieldsOut })) }),
      next: z.number().nullable(),
    }),
  }),
  change: route({
    verb: `${ledger}.change`,
    method: 'POST',
    title: words(`${title.zh}：按日变更`, `${title.en}: change from a day`),
    input: z.object({ entry: EntryNumber, saw: EntryNumber, from: DayText, set: FieldsIn, reason: Reason.optional(), filled }),
    output: z.object({ id: z.number(), journal: z.number() }),
  }),
  end: route({
    verb: `${ledger}.end`,
    method: 'POST',
    title: words(`${title.zh}：注销`, `${title.en}: end`),
    input: z.object({ entry: EntryNumber, saw: EntryNumber, to: DayText, reason: Reason.optional() }),
    output: z.object({ id: z.number(), journal: z.number() }),
  }),
  void: route({
    verb: `${ledger}.void`,
    method: 'POST',
    title: words(`${title.zh}：作废`, `${title.en}: void`),
    input: z.object({ entry: EntryNumber, saw: EntryNumber, reason: Reason }),
    output: z.object({ id: z.number(), journal: z.number() }),
  }),
})

/** `saw` is the journal number of the version that was looked at (0: there was none); another one since is told instead of being written over. */
export const declareLedger = route({ verb: 'ledger.declare', method: 'POST', title: words('声明台账', 'Declare a ledger'), input: z.object({ ledger: Ledger, saw: Whole.optional(), reason: z.string().trim().max(2000).optional() }), output: z.object({ journal: z.number() }) })
export const declareMeasure = route({ verb: 'measure.declare', method: 'POST', title: words('声明指标', 'Declare a measure'), input: z.object({ measure: Measure }), output: z.object({ journal: z.number(), version: z.number() }) })
