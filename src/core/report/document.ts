import { z } from 'zod'
import { LedgerKey } from '../ledger/field.ts'
import type { Period } from '../time/period.ts'
import { titleOf } from '../time/period.ts'

/**
 * A report as data: headings and paragraphs whose numbers are bound to figures. What a figure run prints comes
 * from the book at the moment of reading, its status word (预计) included; a text run is words only.
 */
export const Run = z.discriminatedUnion('kind', [
  /** `source` marks a number typed by hand as stated, and says where it comes from. */
  z.object({ kind: z.literal('text'), text: z.string().min(1), source: z.string().min(1).optional() }).readonly(),
  /**
   * `value` prints '32.65亿元', `change` '同比增长6.6%' beside a value bound elsewhere, `growth-only` the same
   * phrase for a figure that has no level, of which the change is all that is known.
   */
  z.object({ kind: z.literal('figure'), measure: LedgerKey, show: z.enum(['value', 'change', 'growth-only']) }).readonly(),
])
export type Run = z.infer<typeof Run>

export const Block = z.discriminatedUnion('kind', [
  /** Level 1 is 一、, level 2 （一）, level 3 1.; the text carries its own number. */
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string().min(1) }).readonly(),
  /** `lead` is the run-in head of a paragraph, without its full stop. */
  z.object({ kind: z.literal('paragraph'), lead: z.string().min(1).optional(), runs: z.array(Run).readonly() }).readonly(),
])
export type Block = z.infer<typeof Block>

export const ReportDocument = z.object({ title: z.string().min(1), subtitle: z.string().min(1).optional(), blocks: z.array(Block).readonly() }).readonly()
export type ReportDocument = z.infer<typeof ReportDocument>

/** The document a pack starts a period's report from; `{period}` and `{year}` in its words stand for the period. */
export const ReportOutline = ReportDocument
export type ReportOutline = ReportDocument

/** The keys of every measure a document binds, in the order of first binding. */
export const boundMeasures = (document: ReportDocument): readonly string[] => [
  ...new Set(document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.flatMap((run) => (run.kind === 'figure' ? [run.measure] : [])) : []))),
]

/** The outline with `{period}` and `{year}` written out for a period, in Chinese. */
export const documentFor = (outline: ReportOutline, period: Period): ReportDocument => {
  const write = (text: string): string => text.replaceAll('{period}', titleOf(period).zh).replaceAll('{year}', period.to.slice(0, 4))
  const writeBlock = (block: Block): Block =>
    block.kind === 'heading'
      ? { ...block, text: write(block.text) }
      : { ...block, ...(block.lead === undefined ? {} : { lead: write(block.lead) }), runs: block.runs.map((run) => (run.kind === 'text' ? { ...run, text: write(run.text) } : run)) }
  return {
    title: write(outline.title),
    ...(outline.subtitle === undefined ? {} : { subtitle: write(outline.subtitle) }),
    blocks: outline.blocks.map(writeBlock),
  }
}
