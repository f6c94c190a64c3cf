import type { Measure } from '../core/measure/measure.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import { printRun, tellsEstimate } from '../core/report/print.ts'
import type { Section } from '../core/report/section.ts'
import { isWriting } from '../core/report/state.ts'
import type { Printed } from '../core/report/word/plain.ts'
import { estimateWord } from '../core/report/word/plain.ts'
import type { WordBack, WordChoice } from '../core/report/word/word-back.ts'
import { wordBack } from '../core/report/word/word-back.ts'
import type { WordDocument } from '../core/report/word/word-document.ts'
import { period } from '../core/time/period.ts'
import { readDocx } from '../formats/docx/read-docx.ts'
import { hashOf } from '../store/files.ts'
import type { ReportEntry } from '../store/reports.ts'
import { findReportById } from '../store/reports.ts'
import { findSectionsAsOf } from '../store/sections.ts'
import { tellReport } from '../store/tell-report.ts'
import type { Ask, Reader } from './endpoint.ts'
import { fieldProblem } from './read-scope.ts'

/** A file handed over for a report, read and compared with it. */
export type LoadedWord = { readonly report: ReportEntry; readonly returned: WordDocument; readonly back: WordBack; readonly printed: Printed; readonly measures: ReadonlyMap<string, Measure> }

type Given = { readonly report: number; readonly name: string; readonly content: string; readonly choices?: readonly WordChoice[] }

/** Reads a returned file and compares it with its report: as it was when the file was written, and as it is now. */
export const loadWord = async (ask: Ask<Given>, reader: Reader): Promise<LoadedWord | Refusal> => {
  const { input, town, book } = ask
  const { content } = input
  if (content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) return fieldProblem('content', 'not-base64')
  const report = await findReportById(reader, town.schema, book, input.report)
  if (report === undefined) return refuse('not-found', { what: `#${input.report}` })
  if (!isWriting(report.state)) return refuse('report-frozen')
  if (report.sections.length === 0) return refuse('report-not-open')
  const bytes = Buffer.from(content, 'base64')
  const returned = readDocx(bytes)
  if (isRefusal(returned)) return returned
  const journal = originProblem(returned, report, town.code, book.head)
  if (isRefusal(journal)) return journal
  const then = journal === undefined ? [] : await findSectionsAsOf(reader, town.schema, report.id, journal)
  const base = then.length === 0 ? report.sections : then
  const at = period(report.period)
  const asOf = Math.min(returned.taken?.figures ?? book.head, book.head)
  const { told, scope } = await tellReport(reader, town.schema, book, { blocks: base.flatMap((section) => section.blocks) }, { period: at, org: report.org, asOf, cutoff: at.to })
  const printed: Printed = (run) => {
    const tells = told.get(run.measure)
    const estimate = tellsEstimate(run, tells)
    return { text: printRun(run, tells).slice(estimate ? estimateWord.length : 0), estimate }
  }
  const prefix = hashOf(bytes).slice(0, 8)
  let count = 0
  const back = wordBack({ returned, title: report.title, period: report.period, base, now: report.sections, printed, choices: input.choices ?? [], newId: () => `w${prefix}-${(count += 1)}` })
  return { report, returned, back, printed, measures: scope.measures }
}

/** The journal number a file was written at, undefined where it does not say; refused where it is another town's or another report's, or none at all. */
const originProblem = ({ taken, blocks }: WordDocument, report: ReportEntry, town: string, head: number): number | undefined | Refusal => {
  if (taken === undefined) return knows(report.sections, blocks) ? undefined : refuse('word-no-report')
  if (taken.town !== town) return refuse('word-other-town', { town: taken.town })
  return taken.report !== report.id || taken.journal > head ? refuse('word-other-report') : taken.journal
}

/** Whether a file without its origin still names half of its blocks as this report does. */
const knows = (sections: readonly Section[], blocks: WordDocument['blocks']): boolean => {
  const own = new Set(sections.flatMap((section) => section.blocks.flatMap((block) => block.id ?? [])))
  const named = blocks.filter((block) => block.id !== undefined)
  return named.length > 0 && named.filter((block) => own.has(block.id ?? '')).length * 2 >= named.length
}
