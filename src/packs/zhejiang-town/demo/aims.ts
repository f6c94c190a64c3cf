import type { Measure } from '../../../core/measure/measure.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import { growth } from '../../../core/quantity/comparison.ts'
import type { Decimal } from '../../../core/quantity/decimal.ts'
import { decimal, fromInteger, scaleOf, times } from '../../../core/quantity/decimal.ts'
import { fromScale } from '../../../core/quantity/unit.ts'
import type { Word } from '../../../core/quantity/word.ts'
import { zhejiangTown } from '../pack.ts'
import type { Random } from './random.ts'
import type { Target, Targets } from './targets.ts'
import { measureKey } from './targets.ts'

/**
 * What rows must add up to, in whole units of the last decimal a field is written with: `now` in the half-year
 * of the targets, `before` in the one its growth is measured from, where a growth is given.
 */
export type Aim = { readonly decimals: number; readonly now: number; readonly before?: number }

/** Refuses targets that contradict each other or cannot be met by whole rows. */
export const contradiction = (zh: string, en: string): never => {
  throw new RangeError(`目标无法实现：${zh} (targets cannot be met: ${en})`)
}

const measures = new Map(zhejiangTown.measures.map((each) => [each.key, each]))
const ledgers = new Map(zhejiangTown.ledgers.map((each) => [each.key, each]))

/** Reads the target of a figure as an aim for the rows behind it. */
export const aimAt = (targets: Targets, id: string, random: Random): Aim => {
  const target = targets[id]
  const measure = measures.get(measureKey(id))
  if (target === undefined || measure === undefined || target.value === null) return contradiction(`${id} 没有数值`, `${id} has no value`)
  const value = fromScale(decimal(target.value), measure.display.scale)
  const decimals = Math.max(finest(measure, value), 0)
  const exact = whole(value, decimals, id)
  const now = target.word === undefined ? exact : within(exact, target.word, room(target, measure, decimals), random)
  return target.growth === undefined ? { decimals, now } : { decimals, now, before: baseOf(now, target.growth, measure.display.changeDecimals, id) }
}

/** The aim as a plain number: percentages. */
export const rateAt = (targets: Targets, id: string): Decimal => decimal(targets[id]?.value ?? contradiction(`${id} 没有数值`, `${id} has no value`))

/** Two aims in the same decimals. */
export const aligned = (a: Aim, b: Aim): readonly [Aim, Aim] => {
  const decimals = Math.max(a.decimals, b.decimals)
  return [raise(a, decimals), raise(b, decimals)]
}

/** A whole told apart into a part and the rest; refuses a part above the whole, now or a year before. */
export const splitAim = (wholeAim: Aim, partAim: Aim, name: string): readonly [part: Aim, rest: Aim] => {
  const [all, part] = aligned(wholeAim, partAim)
  const now = all.now - part.now
  if (now < 0) return contradiction(`${name}的部分大于总数`, `the parts of ${name} exceed the whole`)
  if (all.before === undefined) return [part, { decimals: all.decimals, now }]
  const partBefore = part.before ?? Math.round((all.before * part.now) / Math.max(1, all.now))
  const before = all.before - partBefore
  if (before < 0) return contradiction(`按增速推算，${name}上年同期的部分大于总数`, `by their growth, the parts of ${name} exceeded the whole a year before`)
  return [{ ...part, before: partBefore }, { decimals: all.decimals, now, before }]
}

const raise = (aim: Aim, decimals: number): Aim => {
  const by = 10 ** (decimals - aim.decimals)
  return { decimals, now: aim.now * by, ...(aim.before === undefined ? {} : { before: aim.before * by }) }
}

/** How finely the rows behind a measure are written: whole yuan where the value allows, else as its field says. */
const finest = ({ definition }: Measure, value: Decimal): number => {
  if (!('field' in definition) || definition.field === undefined) return 0
  const ledger = ledgers.get(definition.ledger)
  const field = ledger === undefined ? undefined : findField(ledger, definition.field)
  return field?.unit === '元' && scaleOf(value) === 0 ? 0 : (field?.decimals ?? 0)
}

const whole = (value: Decimal, decimals: number, id: string): number => {
  const units = Number(times(value, fromInteger(10 ** decimals)))
  return Number.isSafeInteger(units) ? units : contradiction(`${id} 不能由整条记录得出`, `${id} cannot be made of whole rows`)
}

/** How far a word lets a value go: one unit of its last digit that is not zero, and not past the printed step. */
const room = ({ value }: Target, { display }: Measure, decimals: number): number => {
  const text = value ?? '0'
  const grain = text.includes('.') ? 10 ** -scaleOf(decimal(text)) : 10 ** (text.length - text.replace(/0+$/, '').length)
  const step = Number(display.wording?.step ?? '1')
  return Math.round(Math.min(grain, step) * Number(fromScale(decimal('1'), display.scale)) * 10 ** decimals)
}

/** A value strictly inside what the word allows, in whole units where there is room for them. */
const within = (exact: number, word: Word, width: number, random: Random): number => {
  const offset = Math.min(Math.max(1, Math.round(width * random.between(0.25, 0.6))), Math.max(1, width - 1))
  switch (word) {
    case '余':
    case '多':
    case '超':
    case '突破':
    case '以上':
      return exact + offset
    case '近':
      return exact - offset
    case '约':
    case '左右':
      return exact
    default:
      return word satisfies never
  }
}

/** A base of the year before from which the growth, rounded as it is printed, comes out as stated. */
const baseOf = (now: number, stated: string, decimals: number, id: string): number => {
  const guess = Math.round(now / (1 + Number(stated) / 100))
  for (const offset of [0, 1, -1, 2, -2, 3, -3]) {
    const base = guess + offset
    if (base <= 0) continue
    const change = growth(fromInteger(now), fromInteger(base), decimals, false)
    if (change.kind === 'percent' && `${change.direction === 'down' ? '-' : ''}${change.percent}` === decimal(stated)) return base
  }
  return contradiction(`${id} 的增速 ${stated}% 没有对应的上年基数`, `no base of the year before gives ${id} a growth of ${stated}%`)
}
