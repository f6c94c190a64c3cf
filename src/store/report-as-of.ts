import { lastSpan } from '../core/ledger/entry.ts'
import type { Block } from '../core/report/document.ts'
import { ReportDocument } from '../core/report/document.ts'
import type { Section } from '../core/report/section.ts'
import { entriesAsOf } from './recount.ts'
import { findSectionsAsOf } from './sections.ts'
import type { Handle } from './sql.ts'

/** A report's whole text as a journal number left it, each block with its section; a report that was not divided yet has none. */
export type ReportAsOf = { readonly title: string; readonly org: string; readonly period: string; readonly blocks: readonly Block[]; readonly sections: readonly Section[]; readonly sectionOf: ReadonlyMap<string, number> }

/** The text of a report as the book knew it at a number; undefined where the report was not there yet. */
export const findReportAsOf = async (handle: Handle, schema: string, report: number, number: number): Promise<ReportAsOf | undefined> => {
  const entry = (await entriesAsOf(handle, schema, [report], number)).get(report)
  if (entry === undefined || entry.ledger !== 'report' || entry.void) return undefined
  const { fields } = lastSpan(entry)
  const sections = await findSectionsAsOf(handle, schema, report, number)
  const blocks = sections.length === 0 ? ReportDocument.parse(JSON.parse(String(fields['document']))).blocks : sections.flatMap((section) => section.blocks)
  return {
    title: String(fields['title']),
    org: String(fields['org']),
    period: String(fields['period']),
    blocks,
    sections,
    sectionOf: new Map(sections.flatMap((section) => section.blocks.map((block) => [block.id ?? '', section.id] as const))),
  }
}
