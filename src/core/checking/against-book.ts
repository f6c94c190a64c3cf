import { compare, decimal, minus, plus, round, scaleOf, type Decimal } from '../quantity/decimal.ts'
import type { ReadFigure } from '../reading/reading.ts'
import { words } from '../words.ts'
import { decimalsOf, digitsIn } from './fact.ts'
import type { Checked, CheckFinding, Severity } from './finding.ts'

/** What the book says of the same subject and period. */
export type BookSide = {
  /** The measure's name. */
  readonly title: string
  /** In the unit the text writes, unrounded; null where the book has no value for the period. */
  readonly exact: Decimal | null
  /** 预计, 快报, 最终 …; null for what is counted from rows. */
  readonly status: string | null
  /** The figure changed after the document's day. */
  readonly moved: boolean
  /** How many rows make it. */
  readonly rows: number
}

/** A read figure with the book's figure bound to it; null where no measure fits. */
export type Bound = { readonly figure: ReadFigure; readonly book: BookSide | null }

/** Holds read figures against the book: equal ones are confirmed, the others are found to differ, to be stale, or to be unknown to it. */
export const checkAgainstBook = (bound: readonly Bound[]): Checked => {
  const findings: CheckFinding[] = []
  const confirmed: CheckFinding[] = []
  for (const { figure, book } of bound) {
    if (figure.value === null || figure.unit === null) continue
    if (book === null || book.exact === null) {
      findings.push(told(figure, 'note', words('台账中没有对应的指标或数字。', 'The book has no measure or no value for this.'), null))
      continue
    }
    const unit = figure.unit
    const reckoning = `${figure.quote} — ${book.title} ${book.exact} ${unit}`
    if (isTrueOf(figure, book.exact)) {
      confirmed.push(told(figure, 'note', words('与台账一致。', 'Equal to the book.'), reckoning))
      if (/预计|快报/.test(book.status ?? '')) findings.push(told(figure, 'note', words(`台账中仍为${book.status ?? ''}数。`, 'In the book this is still an estimate.'), null))
      continue
    }
    const difference = minus(decimal(figure.value), book.exact)
    const by = `${compare(difference, decimal('0')) > 0 ? '+' : '−'}${difference.replace('-', '')} ${unit}`
    findings.push(
      book.moved
        ? told(figure, 'warning', words('成文后台账已有变动，此数已过时。', 'The book has changed since this was written: the figure is stale.'), `${reckoning}（${by}）`)
        : told(figure, 'error', words(`与台账不符，相差${by}（台账${book.rows}行）。`, `Differs from the book by ${by} (${book.rows} rows).`), `${reckoning}（${by}）`),
    )
  }
  return { findings, confirmed }
}

const told = (figure: ReadFigure, severity: Severity, message: CheckFinding['message'], arithmetic: string | null): CheckFinding => ({ rule: 'book', severity, quote: figure.quote, offset: figure.offset, message, arithmetic })

/** Whether the printed number with its word is true of the exact value: rounding where it is printed plain, a grain of its last digit where 余 or 近 stands. */
const isTrueOf = (figure: ReadFigure, exact: Decimal): boolean => {
  const value = decimal(figure.value ?? '0')
  const against = compare(exact, value)
  const near = grain(value)
  switch (figure.qualifier) {
    case null:
      return round(exact, decimalsOf(digitsIn(figure.quote) ?? value)) === value
    case 'over':
      return against > 0 && (/超|突破|逾|跨过|站上/.test(figure.quote) || compare(exact, plus(value, near)) < 0)
    case 'at_least':
      return against >= 0
    case 'at_most':
      return against <= 0
    case 'about':
      return compare(exact, minus(value, near)) > 0 && compare(exact, plus(value, near)) < 0
    case 'range':
      return against >= 0 && compare(exact, decimal(figure.value_high ?? value)) <= 0
    default:
      return figure.qualifier satisfies never
  }
}

/** One unit of the last digit that is not zero: 100 for 1400, 0.01 for 1.72. */
const grain = (value: Decimal): Decimal => {
  const scale = scaleOf(value)
  if (scale > 0) return decimal(`0.${'0'.repeat(scale - 1)}1`)
  return decimal(`1${'0'.repeat(value.length - value.replace(/0+$/, '').length)}`)
}
