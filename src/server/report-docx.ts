import type { Measure } from '../core/measure/measure.ts'
import type { ReportDocument } from '../core/report/document.ts'
import type { Told } from '../core/report/print.ts'
import { printRun, tellsEstimate } from '../core/report/print.ts'
import { period } from '../core/time/period.ts'
import type { Printed, PrintedPiece } from '../formats/docx/body.ts'
import { figureTag } from '../formats/docx/content-control.ts'
import type { SealedEdition } from '../formats/docx/edition-record.ts'
import type { TakenAt } from '../formats/docx/properties.ts'
import type { RestatedFigure } from '../formats/docx/restatement.ts'
import type { Template } from '../formats/docx/template.ts'
import { withTemplate } from '../formats/docx/with-template.ts'
import { writeDocx } from '../formats/docx/write-docx.ts'
import type { Bytes } from './call.ts'
import { demoMark } from './demo-mark.ts'

/** A report or edition about to be printed: its document, and what each figure it binds tells. */
export type ReportPrint = {
  readonly document: ReportDocument
  readonly told: ReadonlyMap<string, Told>
  readonly measures: ReadonlyMap<string, Measure>
  /** Key of its period. */
  readonly period: string
  /** Whose report it is, in Chinese. */
  readonly org: string
  readonly demo: boolean
  readonly sealed?: SealedEdition
  readonly taken?: TakenAt
  readonly restatement?: readonly RestatedFigure[]
  /** The town's own layout, in place of that of the standard. */
  readonly template?: Template | undefined
}

/** A report or edition as a Word file, each number under the tag of its figure. */
export const reportFile = async ({ document, told, measures, period: key, org, demo, sealed, taken, restatement, template }: ReportPrint): Promise<Bytes> => {
  const footer = { period: period(key), org, ...(demo ? { demo: demoMark } : {}), ...(sealed === undefined ? {} : { sealed }) }
  const written = await writeDocx({ document, printed: printedBy(key, told, measures), footer, ...(taken === undefined ? {} : { taken }), ...(restatement === undefined ? {} : { restatement }) })
  return { bytes: template === undefined ? written : withTemplate(written, template), type: wordType, name: `${document.title}${sealed === undefined ? '' : `（第${sealed.number}版）`}.docx` }
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const estimate = '预计'

/** What each figure run prints: the number under its tag, the word 预计 before it outside. */
const printedBy =
  (key: string, told: ReadonlyMap<string, Told>, measures: ReadonlyMap<string, Measure>): Printed =>
  (run) => {
    const { measure, show } = run
    const text = printRun(run, told.get(measure))
    const word = tellsEstimate(run, told.get(measure)) ? estimate : ''
    const number: PrintedPiece = { text: text.slice(word.length), tag: figureTag({ measure, period: key, show }), title: measures.get(measure)?.title.zh ?? measure }
    return word === '' ? [number] : [{ text: word }, number]
  }
