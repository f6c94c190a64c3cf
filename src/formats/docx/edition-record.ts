import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Day } from '../../core/time/day.ts'
import { text } from './body.ts'
import { em, size, textWidth } from './page.ts'
import { style } from './styles.ts'

/**
 * A sealed edition as it is printed: its number, the day, and the head of the journal it was sealed at. Whoever
 * holds the paper can hold the book to it.
 */
export type SealedEdition = { readonly number: number; readonly headNumber: number; readonly headHash: string; readonly day: Day }

/** The record at the end of a sealed edition, ruled like the 版记 of an official document (0.35 mm outside, 0.25 mm between). */
export const editionRecord = (sealed: SealedEdition, org: string, period: string): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    borders: { top: outside, bottom: outside, left: none, right: none, insideHorizontal: between, insideVertical: none },
    rows: [
      row('版次', [`第${sealed.number}版（${period}）`]),
      row('定版', [`${org}　${dayText(sealed.day)}`]),
      row('流水号', [`第${sealed.headNumber}号`]),
      row('校验值', ['国密SM3', ...hashLines(sealed.headHash)]),
    ],
  })

/** '2023年7月8日': Arabic digits without leading zeros (GB/T 9704-2012 7.3.5). */
export const dayText = (day: Day): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** A hash in groups of eight, four to a line. */
const hashLines = (hash: string): readonly string[] => (hash.match(/.{1,32}/g) ?? []).map((part) => (part.match(/.{1,8}/g) ?? []).join(' '))

/** Border sizes are eighths of a point. */
const outside = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const between = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const label = 6 * em(size.four)
const columns = [label, textWidth - label] as const

const row = (title: string, lines: readonly string[]): TableRow =>
  new TableRow({ cantSplit: true, children: [cell([title], columns[0]), cell(lines, columns[1])] })

const cell = (lines: readonly string[], width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: em(size.four), right: 0 },
    children: lines.map((words) => new Paragraph({ style: style.record, children: [text(words)] })),
  })
