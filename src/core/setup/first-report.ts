import type { Figure } from '../measure/figure.ts'
import { isZero } from '../quantity/decimal.ts'

/** How much of a report's figures the book can tell by itself: those with rows or a stated value behind them, and those of the year before to compare with. */
export type FigureCover<Key = string> = { readonly told: readonly Key[]; readonly untold: readonly Key[]; readonly compared: readonly Key[]; readonly uncompared: readonly Key[] }

/** A counted figure without a row is nought, not told; `compares` says which figures are told with a change against last year. */
export const figureCover = (figures: readonly Pick<Figure, 'measure' | 'value' | 'rows' | 'base' | 'change'>[], compares: (measure: string) => boolean): FigureCover => {
  const asked = figures.filter((figure) => compares(figure.measure))
  const split = (from: typeof figures, is: (figure: (typeof figures)[number]) => boolean): [string[], string[]] => [from.filter(is).map((each) => each.measure), from.filter((each) => !is(each)).map((each) => each.measure)]
  const [told, untold] = split(figures, (figure) => figure.rows > 0 && (figure.value !== null || figure.change !== null))
  const [compared, uncompared] = split(asked, (figure) => (figure.base !== null && !isZero(figure.base)) || (figure.change !== null && figure.rows > 0))
  return { told, untold, compared, uncompared }
}
