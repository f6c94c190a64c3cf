import type { JSONContent } from '@tiptap/core'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Run, Show } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { printRun } from '../../../core/report/print.ts'
import { sentencePatterns, showsOf } from '../../../core/report/sentence-patterns.ts'

/** Something that can be set into the text for a measure, and exactly what it will print. */
export type Insertion = { readonly key: string; readonly runs: readonly Run[]; readonly text: string; readonly show: Show | 'sentence' }

/** A single number in each wording it has, then whole sentences. */
export const insertionsFor = (measure: MeasureRef, told: Told, measures: readonly MeasureRef[]): readonly Insertion[] => {
  const whole = measures.find((each) => each.key === measure.partOf)
  const text = (runs: readonly Run[]): string => runs.map((run) => printRun(run, told)).join('')
  const singles = showsOf(told).map((show): Insertion => {
    const runs: readonly Run[] = [{ kind: 'figure', measure: measure.key, show }]
    return { key: show, runs, text: text(runs), show }
  })
  const sentences = sentencePatterns({ key: measure.key, title: measure.title.zh }, told, whole === undefined ? undefined : { key: whole.key, title: whole.title.zh })
  return [...singles, ...sentences.map((runs, at): Insertion => ({ key: `sentence-${at}`, runs, text: text(runs), show: 'sentence' }))]
}

/** Runs as the editor's own content. */
export const contentOf = (runs: readonly Run[]): JSONContent[] => runs.map((run) => (run.kind === 'figure' ? { type: 'figure', attrs: { measure: run.measure, show: run.show } } : { type: 'text', text: run.text }))
