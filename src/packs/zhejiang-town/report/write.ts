import type { Block, Run } from '../../../core/report/document.ts'

/** The short forms in which the outline is written down. */

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

/** A paragraph from words and figures in turn. */
export const paragraph = (lead: string | undefined, ...parts: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  ...(lead === undefined ? {} : { lead }),
  runs: parts.map((part): Run => (typeof part === 'string' ? { kind: 'text', text: part } : part)),
})

/** '32.65亿元' */
export const value = (measure: string): Run => ({ kind: 'figure', measure, show: 'value' })

/** '同比增长6.6%' beside a value. */
export const change = (measure: string): Run => ({ kind: 'figure', measure, show: 'change' })

/** '同比下降18.18%' where there is no level. */
export const growthOnly = (measure: string): Run => ({ kind: 'figure', measure, show: 'growth-only' })
