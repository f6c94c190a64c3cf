import { z } from 'zod'
import { LedgerKey } from '../ledger/field.ts'
import type { Period } from '../time/period.ts'
import { titleOf } from '../time/period.ts'
import { rewritten } from './runs.ts'

/**
 * A report as data: headings, paragraphs, list items and tables whose numbers are bound to figures. What a figure run prints comes
 * from the book at the moment of reading, its status word (预计) included; a text run is words only.
 */

/**
 * What a figure run tells. `value` '32.65亿元', `about` the same told round (32亿余元), `change` '同比增长6.6%' beside a value bound
 * elsewhere, `growth-only` the same phrase for a figure that has no level, `completion` '88.5%' of the year's target, `share` '46.8%' of
 * the measure it is a part of.
 */
export const Show = z.enum(['value', 'about', 'change', 'growth-only', 'completion', 'share'])
export type Show = z.infer<typeof Show>

export const Run = z.discriminatedUnion('kind', [
  /** `source` marks a number typed by hand as stated, and says where it comes from. */
  z.object({ kind: z.literal('text'), text: z.string().min(1), source: z.string().min(1).max(200).optional() }).readonly(),
  z.object({ kind: z.literal('figure'), measure: LedgerKey, show: Show }).readonly(),
])
export type Run = z.infer<typeof Run>
export type FigureRun = Extract<Run, { kind: 'figure' }>

/** What a block keeps through every edit of its words; unique in its report. */
const id = z.string().regex(/^[a-z0-9-]{1,40}$/).optional()
/** Carried over from the report before and not rewritten since. */
const carried = z.literal(true).optional()
const runs = z.array(Run).readonly()
const Cell = z.object({ runs }).readonly()

export const Block = z.discriminatedUnion('kind', [
  /** Level 1 is 一、, level 2 （一）, level 3 1., level 4 （1） (GB/T 9704-2012 7.3.3); the text carries its own number. */
  z.object({ kind: z.literal('heading'), id, level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), text: z.string().min(1) }).readonly(),
  /** `lead` is the run-in head of a paragraph, without its full stop. */
  z.object({ kind: z.literal('paragraph'), id, lead: z.string().min(1).optional(), runs, carried }).readonly(),
  /** Items that follow each other with the same marker are one list; numbers are counted where it is printed. */
  z.object({ kind: z.literal('item'), id, marker: z.enum(['number', 'dot']), runs, carried }).readonly(),
  /** The first row is the head; every row has as many cells. */
  z.object({ kind: z.literal('table'), id, rows: z.array(z.array(Cell).min(1).readonly()).min(1).readonly(), carried }).readonly(),
])
export type Block = z.infer<typeof Block>
export type Paragraph = Extract<Block, { kind: 'paragraph' }>

export const ReportDocument = z.object({ title: z.string().min(1), subtitle: z.string().min(1).optional(), blocks: z.array(Block).readonly() }).readonly()
export type ReportDocument = z.infer<typeof ReportDocument>

/** The document a pack starts a period's report from; `{period}` and `{year}` in its words stand for the period. */
export const ReportOutline = ReportDocument
export type ReportOutline = ReportDocument

/** The outline with `{period}` and `{year}` written out for a period, in Chinese. */
export const documentFor = (outline: ReportOutline, period: Period): ReportDocument => {
  const write = (text: string): string => text.replaceAll('{period}', titleOf(period).zh).replaceAll('{year}', period.to.slice(0, 4))
  return rewritten(outline, write)
}
