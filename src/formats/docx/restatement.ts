import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import { text, titleOf } from './body.ts'
import { dayText, type SealedEdition } from './edition-record.ts'
import { textWidth } from './page.ts'
import { style } from './styles.ts'

/** A number that changed after sealing: its measure's title, what was printed, what the book says now, and the rows that moved it, one line each. */
export type RestatedFigure = { readonly title: string; readonly then: string; readonly now: string; readonly rows: readonly string[] }

/** The list of restated numbers, on a page of its own after the edition. */
export const restatementOf = (figures: readonly RestatedFigure[], sealed: SealedEdition | undefined): readonly (Paragraph | Table)[] => [
  titleOf('更正说明', true),
  new Paragraph({}),
  new Paragraph({ style: style.text, children: [text(opening(figures.length, sealed))] }),
  new Paragraph({}),
  table(figures),
]

const opening = (count: number, sealed: SealedEdition | undefined): string =>
  `${sealed === undefined ? '' : `本报告第${sealed.number}版于${dayText(sealed.day)}定版。`}定版以后，下列${count}个数字因条目或口径更正而变化。前文保持定版时的原样。`

const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const widths = [2100, 1700, 1700, textWidth - 5500] as const

const table = (figures: readonly RestatedFigure[]): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [row(['指标', '定版时', '现在', '涉及条目'].map((title) => [title]), true), ...figures.map(({ title, then, now, rows }) => row([[title], [then], [now], rows], false))],
  })

const row = (cells: readonly (readonly string[])[], head: boolean): TableRow =>
  new TableRow({
    tableHeader: head,
    cantSplit: head,
    children: cells.map(
      (lines, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { left: 100, right: 100, top: 40, bottom: 40 },
          verticalAlign: VerticalAlignTable.CENTER,
          children: (lines.length === 0 ? [''] : lines).map((words) => new Paragraph({ style: style.cell, children: [text(words)] })),
        }),
    ),
  })
