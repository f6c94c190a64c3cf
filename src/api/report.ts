import { z } from 'zod'
import { ReportDocument } from '../core/report/document.ts'
import { settledStates, writingStates } from '../core/report/state.ts'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, PeriodText, PersonRef, Reason, scope, Words } from './parts.ts'
import { FigureOut } from './figure.ts'
import { route } from './route.ts'

export const FindingOut = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  /** Index of the block it stands in. */
  block: z.number(),
  quote: z.string(),
  message: Words,
  arithmetic: z.string().nullable(),
})
export type FindingOut = z.infer<typeof FindingOut>

export const EditionRef = z.object({ entry: z.number(), number: z.number(), day: DayText, headNumber: z.number(), headHash: z.string(), sealedBy: z.string(), recordedAt: z.string() })

/** What a figure tells a sentence; null where it cannot be told. */
export const ToldOut = z.object({ measure: z.string(), text: z.string(), status: z.string().nullable(), change: z.string().nullable(), about: z.string().nullable(), completion: z.string().nullable(), share: z.string().nullable() })

/** A section of a report and where it stands among the blocks of the whole: from its first to behind its last. */
export const SectionRef = z.object({
  entry: z.number(),
  version: z.number(),
  title: z.string(),
  from: z.number(),
  to: z.number(),
  org: z.string(),
  orgName: Words,
  budget: z.number().nullable(),
  can: Can,
})
export type SectionRef = z.infer<typeof SectionRef>

/** What holds a frozen report: where in the book, by whom, whether a thaw is asked for, and the measures that moved since. */
export const FreezeRef = z.object({ entry: z.number(), version: z.number(), number: z.number(), state: z.enum(['standing', 'thaw-asked']), by: z.string(), recordedAt: z.string(), asker: z.string().nullable(), reason: z.string().nullable(), moved: z.array(z.object({ measure: z.string(), title: Words, then: z.string(), now: z.string() })), can: Can })
export type FreezeRef = z.infer<typeof FreezeRef>

export const StateText = z.enum([...writingStates, ...settledStates])

export const readReport = route({
  verb: 'report.read',
  method: 'GET',
  title: words('报告', 'Report'),
  input: z.object({ period: scope.period, asOf: scope.asOf, cutoff: scope.cutoff }),
  output: z.object({
    entry: z.number(),
    version: z.number(),
    title: z.string(),
    period: z.string(),
    periodTitle: Words,
    asOf: z.number(),
    head: z.number(),
    document: ReportDocument,
    /** Every figure the document binds, by measure. */
    figures: z.array(FigureOut),
    told: z.array(ToldOut),
    findings: z.array(FindingOut),
    editions: z.array(EditionRef),
    org: z.string(),
    state: StateText,
    /** States it may be moved to from here. */
    moves: z.array(StateText),
    previous: z.number().nullable(),
    /** In their order; none where the report is not written by sections. */
    sections: z.array(SectionRef),
    freeze: FreezeRef.nullable(),
    can: Can,
  }),
})
export type ReportOut = z.infer<typeof readReport.output>

/** `template` is the layout, where it is not that of the standard. */
export const exportReport = route({ verb: 'report.export', method: 'GET', title: words('导出 Word', 'Export to Word'), input: z.object({ period: scope.period, asOf: scope.asOf, template: EntryNumber.optional() }), output: z.instanceof(Uint8Array) })

export const sealEdition = route({
  verb: 'edition.seal',
  method: 'POST',
  title: words('定版', 'Seal an edition'),
  input: z.object({ report: EntryNumber, saw: EntryNumber }),
  output: EditionRef,
})

/** What changed after sealing: each figure with both values, and the rows that moved it. */
export const RestatementOut = z.object({
  measure: z.string(),
  title: Words,
  then: z.string(),
  now: z.string(),
  cause: z.enum(['rows', 'definition']),
  rows: z.array(z.object({ ledger: z.string(), ledgerTitle: Words, entry: z.number(), journal: z.number(), verb: z.string(), by: PersonRef, recordedAt: z.string(), reason: z.string().nullable(), then: z.string(), now: z.string(), visible: z.boolean() })),
})
export type RestatementOut = z.infer<typeof RestatementOut>

export const readEdition = route({
  verb: 'edition.read',
  method: 'GET',
  title: words('版次', 'Edition'),
  input: z.object({ edition: EntryNumber }),
  output: z.object({ edition: EditionRef, title: z.string(), period: z.string(), document: ReportDocument, figures: z.array(FigureOut), told: z.array(ToldOut), restatement: z.array(RestatementOut) }),
})
export type EditionOut = z.infer<typeof readEdition.output>

export const exportEdition = route({ verb: 'edition.export', method: 'GET', title: words('导出定版', 'Export an edition'), input: z.object({ edition: EntryNumber, template: EntryNumber.optional() }), output: z.instanceof(Uint8Array) })

export const listReports = route({
  verb: 'report.list',
  method: 'GET',
  title: words('报告目录', 'Reports'),
  input: z.object({}),
  output: z.object({ reports: z.array(z.object({ entry: z.number(), version: z.number(), title: z.string(), period: z.string(), periodTitle: Words, state: StateText })), can: Can }),
})

const Written = z.object({ report: z.number(), journal: z.number() })

/** Begins the report of a period that has none, from a plain outline. */
export const createReport = route({ verb: 'report.create', method: 'POST', title: words('新建报告', 'Begin a report'), input: z.object({ period: PeriodText, title: z.string().trim().min(2).max(120) }), output: Written })

/** Divides a report into sections, so that several can write it. */
export const openReport = route({ verb: 'report.open', method: 'POST', title: words('打开撰写', 'Open for writing'), input: z.object({ report: EntryNumber, saw: EntryNumber }), output: Written })

/** Moves a report to another state of its making; a step back needs a reason. */
export const moveReport = route({ verb: 'report.move', method: 'POST', title: words('推进报告', 'Move a report on'), input: z.object({ report: EntryNumber, saw: EntryNumber, state: StateText, reason: Reason.optional() }), output: Written })

export const renameReport = route({ verb: 'report.rename', method: 'POST', title: words('改标题', 'Change the title'), input: z.object({ report: EntryNumber, saw: EntryNumber, title: z.string().trim().min(2).max(120) }), output: Written })

/** What measures tell the report of a period, whether it binds them yet or not; with `since` only those that may tell something else than at that journal number. */
export const tellReport = route({
  verb: 'report.tell',
  method: 'GET',
  title: words('报告用数', 'Figures for a report'),
  input: z.object({ period: scope.period, measures: z.string().max(20_000), asOf: scope.asOf, since: EntryNumber.optional() }),
  output: z.object({ asOf: z.number(), figures: z.array(FigureOut), told: z.array(ToldOut) }),
})
