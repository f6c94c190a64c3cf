import { z } from 'zod'
import { Binding, ListSource } from '../core/filling/form-mapping.ts'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, MonthText, PeriodText, Reason, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** Forms from above: the blank form is brought once, mapped once, and filled for any period in the sender's own layout. */

const about = { title: z.string().trim().min(2).max(120).optional(), sender: z.string().trim().max(120).optional(), due: DayText.nullable().optional() }

/** Brings a blank form: in base64, at most 20 MB of bytes. Bytes that were brought before answer the form they are. */
export const openForm = route({
  verb: 'form.open',
  method: 'POST',
  title: words('上传空白报表', 'Bring a blank form'),
  input: z.object({ name: z.string().trim().min(1).max(200), content: z.string().min(1).max(28_000_000), ...about }),
  output: z.object({ form: z.number(), known: z.boolean(), before: z.number().nullable() }),
})

const Counts = z.object({ book: z.number(), typed: z.number(), none: z.number() })
const State = z.enum(['draft', 'ready'])

export const FillingOut = z.object({ filling: z.number(), period: z.string(), periodTitle: Words, day: DayText, by: z.string(), name: z.string(), counts: Counts, journal: z.number(), beside: z.boolean(), mayFetch: z.boolean() })
export type FillingOut = z.infer<typeof FillingOut>

/** A form in a list; `blanks` and `bound` count single blanks and lists. */
export const FormRef = z.object({ form: z.number(), version: z.number(), title: z.string(), sender: z.string(), due: DayText.nullable(), day: DayText, name: z.string(), state: State, blanks: z.number(), bound: z.number(), last: FillingOut.nullable() })
export type FormRef = z.infer<typeof FormRef>

export const listForms = route({ verb: 'form.list', method: 'GET', title: words('上级报表', 'Forms from above'), input: z.object({}), output: z.object({ forms: z.array(FormRef), can: Can }) })

/** A cell as the form shows it; only cells with words or lines are there. `at` is its row from 1 and its column from 0. */
const LookCell = z.object({ at: z.tuple([z.number(), z.number()]), text: z.string(), boxed: z.boolean(), align: z.enum(['left', 'center', 'right']).nullable(), formula: z.boolean() })
const MergeOut = z.object({ fromRow: z.number(), toRow: z.number(), fromColumn: z.number(), toColumn: z.number() })
export const LookSheet = z.object({ name: z.string(), rows: z.number(), columns: z.number(), widths: z.array(z.number()), merges: z.array(MergeOut), cells: z.array(LookCell) })
export type LookSheet = z.infer<typeof LookSheet>

const Reading = z.object({ org: z.string().nullable(), span: z.enum(['same', 'previous', 'to-date', 'year']), yearsBack: z.number(), show: z.enum(['value', 'change', 'target', 'completion']) })

/** A blank with what fills it, the measures its words come near to, and what of a figure they ask for. `sure`: the words leave little doubt. */
export const BlankOut = z.object({ sheet: z.string(), cell: z.string(), row: z.number(), column: z.number(), heads: z.string(), unit: z.string().nullable(), percent: z.boolean(), binding: Binding, sure: z.boolean(), near: z.array(z.string()), reading: Reading.nullable() })
export type BlankOut = z.infer<typeof BlankOut>

const listed = { sheet: z.string().max(64), from: z.number().int().min(1), ledger: z.string().max(64).nullable(), where: z.string().max(1000), sort: z.string().max(60), desc: z.boolean(), inPeriod: z.boolean() }

/** A list with the ledger that fills it. `closed`: it has one, which the caller may not open and does not learn of. */
export const ListOut = z.object({ ...listed, to: z.number(), heads: z.string(), columns: z.array(z.object({ column: z.number(), heads: z.string(), unit: z.string().nullable(), source: ListSource })), near: z.array(z.string()), closed: z.boolean() })
export type ListOut = z.infer<typeof ListOut>

export const readForm = route({
  verb: 'form.read',
  method: 'GET',
  title: words('查看报表', 'A form'),
  input: z.object({ form: EntryNumber }),
  output: z.object({
    ...FormRef.omit({ last: true }).shape,
    sheets: z.array(LookSheet),
    cells: z.array(BlankOut),
    lists: z.array(ListOut),
    /** What an earlier form of the same heads gave, as long as nobody went through it. */
    carried: z.object({ from: z.number(), title: z.string(), kept: z.number(), moved: z.number(), added: z.array(z.string()), gone: z.array(z.string()) }).nullable(),
    fillings: z.array(FillingOut),
    can: Can,
  }),
})
export type FormOut = z.infer<typeof readForm.output>

/** Says what fills blanks, and with that that the rest was gone through; blanks that are not named stay as they are. */
export const mapForm = route({
  verb: 'form.map',
  method: 'POST',
  title: words('对应报表空格', 'Say what fills a form'),
  input: z.object({
    form: EntryNumber,
    saw: Whole,
    cells: z.array(z.object({ sheet: z.string().max(64), cell: z.string().max(10), binding: Binding })).max(12_000),
    lists: z.array(z.object({ ...listed, columns: z.array(z.object({ column: z.number().int().min(0), source: ListSource })).max(200) })).max(50),
  }),
  output: z.object({ form: z.number(), version: z.number() }),
})

/** Changes what a form is called, who sent it or by when it is wanted; what is left out stays. */
export const describeForm = route({ verb: 'form.describe', method: 'POST', title: words('修改报表信息', 'Change the details of a form'), input: z.object({ form: EntryNumber, saw: Whole, ...about }), output: z.object({ form: z.number(), version: z.number() }) })

const Missing = z.enum(['no-value', 'unit-unfit', 'unknown-measure', 'no-source'])

/** What a form would be filled with for a period, as the caller may see it. Of a list the first rows are shown. */
export const previewForm = route({
  verb: 'form.preview',
  method: 'GET',
  title: words('预览填写', 'Preview a filled form'),
  input: z.object({ form: EntryNumber, period: PeriodText }),
  output: z.object({
    period: z.string(),
    periodTitle: Words,
    asOf: z.number(),
    counts: Counts,
    cells: z.array(z.object({ sheet: z.string(), cell: z.string(), heads: z.string(), text: z.string(), by: z.enum(['book', 'typed', 'none']), missing: Missing.nullable(), estimate: z.boolean(), figure: z.object({ measure: z.string(), org: z.string(), period: z.string(), title: z.string() }).nullable() })),
    lists: z.array(z.object({ sheet: z.string(), from: z.number(), to: z.number(), heads: z.string(), ledger: z.string().nullable(), count: z.number(), rows: z.array(z.array(z.string())), columns: z.array(z.number()), more: z.number(), masked: z.array(z.string()), partial: z.boolean(), missing: z.enum(['no-source', 'closed']).nullable() })),
  }),
})
export type FormPreview = z.infer<typeof previewForm.output>

/** Fills a form for a period and keeps the file. `typed` is for this time only; `beside` keeps the sheet of sources as a file of its own. */
export const fillForm = route({
  verb: 'form.fill',
  method: 'POST',
  title: words('填写报表', 'Fill a form'),
  input: z.object({ form: EntryNumber, period: PeriodText, typed: z.array(z.object({ sheet: z.string().max(64), cell: z.string().max(10), text: z.string().max(400) })).max(12_000), sources: z.enum(['inside', 'beside']) }),
  output: z.object({ filling: z.number(), name: z.string(), counts: Counts, left: z.number(), journal: z.number() }),
})

/** The blank form as it was brought; or with `filling` what became of it, or its sheet of sources. */
export const fetchForm = route({ verb: 'form.fetch', method: 'GET', title: words('下载报表', 'Download a form'), input: z.object({ form: EntryNumber, filling: EntryNumber.optional(), part: z.enum(['form', 'source']).default('form') }), output: z.instanceof(Uint8Array) })

export const voidForm = route({ verb: 'form.void', method: 'POST', title: words('停用报表', 'Remove a form'), input: z.object({ form: EntryNumber, saw: Whole, reason: Reason }), output: z.object({ form: z.number(), journal: z.number() }) })

/** How many cells nobody had to type, by month; a plain total of the town, of no person. */
export const readSaved = route({ verb: 'saved.read', method: 'GET', title: words('免填单元格', 'Cells saved'), input: z.object({}), output: z.object({ total: z.number(), months: z.array(z.object({ month: MonthText, forms: z.number(), entries: z.number() })) }) })
