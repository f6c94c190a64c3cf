import { z } from 'zod'
import { ReportDocument } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, PersonRef, scope, Words } from './parts.ts'
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
    findings: z.array(FindingOut),
    editions: z.array(EditionRef),
    can: Can,
  }),
})
export type ReportOut = z.infer<typeof readReport.output>

export const exportReport = route({ verb: 'report.export', method: 'GET', title: words('导出 Word', 'Export to Word'), input: z.object({ period: scope.period, asOf: scope.asOf }), output: z.instanceof(Uint8Array) })

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
  output: z.object({ edition: EditionRef, title: z.string(), period: z.string(), document: ReportDocument, figures: z.array(FigureOut), restatement: z.array(RestatementOut) }),
})
export type EditionOut = z.infer<typeof readEdition.output>

export const exportEdition = route({ verb: 'edition.export', method: 'GET', title: words('导出定版', 'Export an edition'), input: z.object({ edition: EntryNumber }), output: z.instanceof(Uint8Array) })
