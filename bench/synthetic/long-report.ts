import type { Block, FigureRun } from '../../src/core/report/document.ts'
import type { Printed } from '../../src/core/report/word/plain.ts'
import type { Section } from '../../src/core/report/section.ts'
import { decimal } from '../../src/core/quantity/decimal.ts'
import { period } from '../../src/core/time/period.ts'
import { figureTag } from '../../src/formats/docx/content-control.ts'
import type { DocxInput } from '../../src/formats/docx/write-docx.ts'

/** A report of sixty pages of 22 lines of 28 characters with 500 bound figures, in fifty sections. */

const sectionCount = 50
const figuresPerSection = 10
const charactersPerFigure = (60 * 22 * 28) / (sectionCount * figuresPerSection)

const words = (at: number): string => Array.from({ length: charactersPerFigure }, (_, place) => String.fromCodePoint(0x4e00 + ((at * 131 + place * 17) % 5000))).join('')

const blocksOf = (section: number): readonly Block[] => [
  { kind: 'heading', id: `s${section}`, level: 2, text: `（${section}）工作` },
  ...Array.from({ length: figuresPerSection }, (_, at): Block => ({ kind: 'paragraph', id: `s${section}-p${at}`, runs: [{ kind: 'text', text: words(section * figuresPerSection + at) }, { kind: 'figure', measure: `measure-${section}-${at}`, show: 'value' }, { kind: 'text', text: '。' }] })),
]

export const longSections: readonly Section[] = Array.from({ length: sectionCount }, (_, at) => ({ id: at + 1, version: 10, report: 7, position: decimal(String(at + 1)), org: '330282112', budget: null, blocks: blocksOf(at + 1) }))

const textOf = ({ measure }: FigureRun): string => `${measure.length}.${measure.at(-1) ?? ''}亿元`

export const longPrinted: Printed = (run) => ({ text: textOf(run), estimate: false })

export const longReport: DocxInput = {
  document: { title: '上半年工作回顾', blocks: longSections.flatMap(({ blocks }) => blocks) },
  printed: (run) => [{ text: textOf(run), tag: figureTag({ ...run, period: '2023H1' }), title: run.measure }],
  footer: { period: period('2023H1'), org: '新浦镇' },
  taken: { town: '330282112', report: 7, journal: 42, figures: 42 },
}
