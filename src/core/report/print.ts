import { changePhrase } from '../quantity/comparison.ts'
import type { Figure } from '../measure/figure.ts'
import type { Run } from './document.ts'

/** What a sentence must know of a figure to print it. */
export type Told = { readonly text: string; readonly status: string | null; readonly change: string | null }

/** What a figure tells a sentence, in Chinese: the report's own language. */
export const toldOf = (figure: Figure): Told => ({ text: figure.text, status: figure.status, change: figure.change === null ? null : changePhrase(figure.change, 'zh') })

/** Stands where a number is not known yet. */
export const blank = '〔待报〕'

/**
 * The text of a run. A value that is an estimate carries 预计, a level that is not known stands blank, and a
 * change that cannot be told says so: the words come from the book, never from the writer.
 */
export const printRun = (run: Run, told: Told | undefined): string => {
  if (run.kind === 'text') return run.text
  if (told === undefined) return blank
  switch (run.show) {
    case 'value':
      return told.text === '—' ? blank : `${told.status === 'estimate' ? '预计' : ''}${told.text}`
    case 'change':
    case 'growth-only':
      return told.change ?? blank
    default:
      return run.show satisfies never
  }
}
