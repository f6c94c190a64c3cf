import type { Figure } from '../measure/figure.ts'
import type { Measure } from '../measure/measure.ts'
import { completion, pace } from '../quantity/comparison.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { compare, fromInteger, isNegative, isZero, negate } from '../quantity/decimal.ts'
import { addsUp } from './indicator-table.ts'

/**
 * Why a figure is among the largest moves: it changed against last year; it falls behind its target of the year (completion and time in percent, `gap` in
 * percentage points); or it is new, as a year before there was nothing.
 */
export type MoveWhy = { readonly kind: 'change' } | { readonly kind: 'behind'; readonly target: Decimal; readonly completion: Decimal; readonly time: Decimal; readonly gap: Decimal } | { readonly kind: 'new' }

/** A figure that moved, why it is told, which way it went, and whether that is the better way; null where neither way is. */
export type Move = { readonly figure: Figure; readonly why: MoveWhy; readonly direction: 'up' | 'down'; readonly verdict: 'better' | 'worse' | null }

/** What figures are held against: rows of the same period last year, what was reached since the year began, targets in base units, and the share of the year that is over in percent. */
export type MoveGround = {
  readonly measures: ReadonlyMap<string, Measure>
  readonly baseRows: ReadonlyMap<string, number>
  readonly reached: ReadonlyMap<string, Figure>
  readonly targets: ReadonlyMap<string, Decimal>
  readonly time: Decimal
}

/**
 * The moves a leader should see first. Three kinds that cannot be measured by one measure each stand in an order of their own: changes by percent,
 * those behind their target by percentage points, new ones by their number of rows. The largest of each kind is taken in turn, changes first, a figure once,
 * until there are `most`; a kind that has no more leaves its turn to the others.
 *
 * A change is of a figure counted from rows, at least `least` of them now and then, as few move by chance; points do not compare with percent. Behind is only what adds up over the
 * year and should rise. New is a counted figure of at least `least` rows that had neither value nor row a year before; a rate never is.
 */
export const largestMoves = (figures: readonly Figure[], ground: MoveGround, { least, most }: { readonly least: number; readonly most: number }): readonly Move[] => {
  const kinds = [changed, behind, fresh].map((kind) => figures.flatMap((figure) => kind(figure, ground, least) ?? []).sort((a, b) => compare(b.size, a.size) || (a.move.figure.measure < b.move.figure.measure ? -1 : 1)))
  const told = new Set<string>()
  const moves: Move[] = []
  for (let turn = 0; moves.length < most && kinds.some((kind) => kind.length > 0); turn += 1) {
    const kind = kinds[turn % kinds.length] ?? []
    const at = kind.findIndex(({ move }) => !told.has(move.figure.measure))
    const [next] = at < 0 ? [] : kind.slice(at)
    kind.splice(0, at < 0 ? kind.length : at + 1)
    if (next === undefined) continue
    told.add(next.move.figure.measure)
    moves.push(next.move)
  }
  return moves
}

type Sized = { readonly move: Move; readonly size: Decimal }
type Kind = (figure: Figure, ground: MoveGround, least: number) => Sized | undefined

const isCounted = ({ source }: Figure): boolean => source === 'computed' || source === 'formula'

const changed: Kind = (figure, { measures, baseRows }, least) => {
  const { change } = figure
  if (!isCounted(figure) || change?.kind !== 'percent' || change.direction === 'flat' || figure.rows < least || (baseRows.get(figure.measure) ?? 0) < least) return undefined
  const { direction } = change
  return { size: change.percent, move: { figure, why: { kind: 'change' }, direction, verdict: verdictOf(direction, measures.get(figure.measure)?.better) } }
}

const behind: Kind = (figure, { measures, reached, targets, time }) => {
  const [measure, target, exact] = [measures.get(figure.measure), targets.get(figure.measure), (reached.get(figure.measure) ?? figure).exact]
  if (measure === undefined || target === undefined || exact === null || measure.better === 'down' || !addsUp(measure)) return undefined
  const done = completion(exact, target, 1)
  const ahead = done === undefined ? undefined : pace(done, time)
  if (done === undefined || ahead === undefined || !isNegative(ahead)) return undefined
  const { change } = figure
  const direction = change !== null && change.kind !== 'none' && change.direction === 'down' ? 'down' : 'up'
  return { size: negate(ahead), move: { figure, why: { kind: 'behind', target, completion: done, time, gap: negate(ahead) }, direction, verdict: 'worse' } }
}

const fresh: Kind = (figure, { measures, baseRows }, least) => {
  const measure = measures.get(figure.measure)
  const rate = measure?.definition.kind === 'formula' && measure.definition.denominator !== undefined
  const had = (figure.base !== null && !isZero(figure.base)) || (baseRows.get(figure.measure) ?? 0) > 0 || (figure.change !== null && figure.change.kind !== 'none')
  if (measure === undefined || rate || measure.change === 'none' || !isCounted(figure) || figure.exact === null || isZero(figure.exact) || had || figure.rows < least) return undefined
  return { size: fromInteger(figure.rows), move: { figure, why: { kind: 'new' }, direction: 'up', verdict: verdictOf('up', measure.better) } }
}

const verdictOf = (direction: 'up' | 'down', better: Measure['better']): Move['verdict'] => (better === undefined ? null : better === direction ? 'better' : 'worse')
