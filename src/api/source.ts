import { z } from 'zod'
import { Display } from '../core/quantity/unit.ts'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, PeriodText, Words } from './parts.ts'
import { route } from './route.ts'

/** Reading a document into the book: nothing is written by reading; only what a person confirmed is accepted, and the document stays attached. */

/** A document as it is handed over: a file's bytes in base64, or text that was pasted. At most 20 MB of bytes. */
const document = { name: z.string().trim().min(1).max(200), content: z.string().max(40_000_000).optional(), text: z.string().max(20_000_000).optional() }

export const PlaceOut = z.object({ quote: z.string(), offset: z.number() })

const Decimals = z.string().regex(/^-?\d+(?:\.\d+)?$/)
const Qualifier = z.enum(['over', 'about', 'at_least', 'at_most', 'range'])
const Direction = z.enum(['up', 'down'])

/** A measure a read figure may be, best first; `value`, and `book` what the book says for the period, are in the measure's base unit, which `unit` names. */
export const SuggestionOut = z.object({ measure: z.string(), title: Words, unit: z.string(), score: z.number(), value: z.string().nullable(), book: z.string().nullable() })

/** As the reading contract has it, with what the book makes of it. */
export const ReadFigureOut = PlaceOut.extend({
  subject: z.string(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  qualifier: Qualifier.nullable(),
  value_high: z.string().nullable(),
  change: z.object({ direction: Direction, percent: z.string().nullable(), points: z.string().nullable(), basis: z.string().nullable(), qualifier: Qualifier.nullable() }).nullable(),
  share_percent: z.string().nullable(),
  completion_percent: z.string().nullable(),
  completion_base: z.object({ value: z.string(), unit: z.string() }).nullable(),
  period: z.string().nullable(),
  attached: z.array(PlaceOut.extend({ role: z.enum(['change', 'share', 'completion', 'completion_base']) })),
  /** What a row of a workbook says beside its number; `org` is the code of `scope`, null where the town knows no such name. */
  row: z.object({ source: z.string(), scope: z.string(), org: z.string().nullable() }).optional(),
  rules: z.array(z.string()),
  /** The period its time words mean, as a key; without such words that of the document itself. Null where neither is told. */
  periodKey: z.string().nullable(),
  suggestions: z.array(SuggestionOut),
})
export type ReadFigureOut = z.infer<typeof ReadFigureOut>

export const ReadCommitmentOut = PlaceOut.extend({
  action: z.string(),
  target: z.object({ value: z.string(), unit: z.string(), qualifier: Qualifier.nullable() }).nullable(),
  deadline_text: z.string().nullable(),
  deadline: DayText.nullable(),
  modality: z.enum(['plain', 'strive', 'ensure']),
  milestones: z.array(z.object({ text: z.string(), deadline_text: z.string().nullable(), deadline: DayText.nullable() })),
  rules: z.array(z.string()),
  /** Code of the office it most likely falls to; null where nothing points to one. */
  owner: z.string().nullable(),
})
export type ReadCommitmentOut = z.infer<typeof ReadCommitmentOut>

export const CheckFindingOut = PlaceOut.extend({ rule: z.string(), severity: z.enum(['error', 'warning', 'note']), message: Words, arithmetic: z.string().nullable() })
export type CheckFindingOut = z.infer<typeof CheckFindingOut>

export const readSource = route({
  verb: 'source.read',
  method: 'POST',
  title: words('识读文件', 'Read a document'),
  input: z.object(document),
  output: z.object({
    name: z.string(),
    /** SHA-256 of the bytes, in hex. */
    hash: z.string(),
    size: z.number(),
    kind: z.enum(['text', 'docx', 'doc', 'pdf', 'xlsx']),
    encoding: z.string().nullable(),
    text: z.string(),
    title: z.string(),
    day: DayText.nullable(),
    year: z.number().nullable(),
    figures: z.array(ReadFigureOut),
    commitments: z.array(ReadCommitmentOut),
    /** Slogans of the plan, which may be kept as 方向. */
    directions: z.array(PlaceOut),
    findings: z.array(CheckFindingOut),
    confirmed: z.array(CheckFindingOut),
    /** The entry under which this very document was accepted before. */
    known: z.number().nullable(),
    can: Can,
  }),
})
export type SourceRead = z.infer<typeof readSource.output>

/** A figure as it was confirmed: bound to a measure that exists, or to a new reported one. */
export const AcceptFigure = PlaceOut.extend({
  measure: z.string().max(64).optional(),
  create: z.object({ title: z.string().trim().min(2).max(60), about: z.string().trim().max(500).optional(), owner: z.string().max(32), display: Display }).optional(),
  org: z.string().max(32),
  period: PeriodText,
  /** Where the number is from, in the words of its row; the document itself where absent. */
  source: z.string().trim().min(1).max(400).optional(),
  /** In the measure's base unit; null where only the growth is known. */
  value: Decimals.nullable(),
  /** Signed percent on the year before. */
  growth: Decimals.nullable(),
})
export type AcceptFigure = z.infer<typeof AcceptFigure>

export const AcceptCommitment = PlaceOut.extend({
  kind: z.enum(['commitment', 'direction']),
  /** In the official's own words; the quote unless mended. */
  text: z.string().trim().min(2).max(1000),
  org: z.string().max(32),
  target: z.object({ value: Decimals, unit: z.string().max(20), qualifier: Qualifier.nullable() }).nullable(),
  deadlineText: z.string().max(40).nullable(),
  deadline: DayText.nullable(),
  modality: z.enum(['plain', 'strive', 'ensure']),
})
export type AcceptCommitment = z.infer<typeof AcceptCommitment>

export const acceptSource = route({
  verb: 'source.accept',
  method: 'POST',
  title: words('采纳识读结果', 'Accept what was read'),
  input: z.object({ ...document, title: z.string().trim().min(2).max(200), day: DayText, figures: z.array(AcceptFigure).max(2000), commitments: z.array(AcceptCommitment).max(3000) }),
  output: z.object({ source: z.number(), figures: z.number(), commitments: z.number(), measures: z.number(), journal: z.number() }),
})

export const SourceRef = z.object({ entry: z.number(), title: z.string(), name: z.string(), day: DayText, size: z.number(), acceptedBy: z.string(), recordedAt: z.string(), figures: z.number(), commitments: z.number(), directions: z.number() })

export const listSources = route({ verb: 'source.list', method: 'GET', title: words('来源文件', 'Source documents'), input: z.object({}), output: z.object({ sources: z.array(SourceRef), can: Can }) })

/** A document that was accepted: its text, and what of it stands in the book now. A `value` is printed with its unit; of a figure without a level it is the change. */
export const openSource = route({
  verb: 'source.open',
  method: 'GET',
  title: words('打开来源文件', 'Open a source document'),
  input: z.object({ source: EntryNumber }),
  output: SourceRef.extend({
    text: z.string(),
    accepted: z.array(PlaceOut.extend({ kind: z.enum(['figure', 'commitment', 'direction']), ledger: z.string(), entry: z.number(), title: Words, value: z.string().nullable(), void: z.boolean() })),
    can: Can,
  }),
})
export type SourceOpen = z.infer<typeof openSource.output>

export const fetchSource = route({ verb: 'source.fetch', method: 'GET', title: words('下载来源文件', 'Fetch a source document'), input: z.object({ source: EntryNumber }), output: z.instanceof(Uint8Array) })
