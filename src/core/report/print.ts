import { changePhrase, completion, share } from '../quantity/comparison.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { printAbout } from '../quantity/wording.ts'
import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'
import type { FigureRun, Run } from './document.ts'

/** What a sentence must know of a figure to print it; null where it cannot be told. */
export type Told = {
  readonly text: string
  readonly status: string | null
  readonly change: string | null
  /** The value told round: 32亿余元. */
  readonly about?: string | null
  /** Of the year's target, and of the whole the measure is a part of: '88.5%'. */
  readonly completion?: string | null
  readonly share?: string | null
}

/** What a figure is held against: the target of its year in the base unit, and the figure it is a part of. */
export type Against = { readonly measure: Measure | undefined; readonly target: Decimal | undefined; readonly whole: Figure | undefined }

const nothing: Against = { measure: undefined, target: undefined, whole: undefined }

/** What a figure tells a sentence, in Chinese: the report's own language. */
export const toldOf = (figure: Figure, { measure, target, whole }: Against = nothing): Told => {
  const { exact } = figure
  const decimals = measure?.display.changeDecimals ?? 1
  const percent = (value: Decimal | undefined): string | null => (value === undefined ? null : `${value}%`)
  return {
    text: figure.text,
    status: figure.status,
    change: figure.change === null ? null : changePhrase(figure.change, 'zh'),
    about: exact === null || measure === undefined ? null : printAbout(exact, measure.display).text,
    completion: exact === null || target === undefined ? null : percent(completion(exact, target, decimals)),
    share: exact === null || whole?.exact == null ? null : percent(share(exact, whole.exact, decimals)),
  }
}

/** Stands where a number is not known yet. */
export const blank = '〔待报〕'

/**
 * The text of a run. A value that is an estimate carries 预计, a level that is not known stands blank, and a
 * change that cannot be told says so: the words come from the book, never from the writer.
 */
export const printRun = (run: Run, told: Told | undefined): string => (run.kind === 'text' ? run.text : told === undefined ? blank : printFigure(run, told))

const printFigure = (run: FigureRun, told: Told): string => {
  switch (run.show) {
    case 'value':
      return told.text === '—' ? blank : `${told.status === 'estimate' ? '预计' : ''}${told.text}`
    case 'about':
      return told.about == null ? blank : `${told.status === 'estimate' ? '预计' : ''}${told.about}`
    case 'change':
    case 'growth-only':
      return told.change ?? blank
    case 'completion':
      return told.completion ?? blank
    case 'share':
      return told.share ?? blank
    default:
      return run.show satisfies never
  }
}

/** Whether a run prints 预计 before its number. */
export const tellsEstimate = (run: FigureRun, told: Told | undefined): boolean => told?.status === 'estimate' && ((run.show === 'value' && told.text !== '—') || (run.show === 'about' && told.about != null))
