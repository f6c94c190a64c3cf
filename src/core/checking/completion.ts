import { decimal } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import type { Aim } from './aim.ts'
import { amountOf, decimalsOf, digitsIn, type Fact } from './fact.ts'
import { tooPrecise } from './false-precision.ts'
import { fixed, overlap, percent, percentOf, printedAs, type Interval } from './interval.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import { isKindOf } from './subject-key.ts'
import { SubjectIndex } from './subject-index.ts'

/** A printed completion against what was done and the target beside it (占全年任务2480万元的57.5%), or the target its plan part prints. */
export const completion = (page: Page): readonly Outcome[] => {
  const targets = new SubjectIndex<Aim>()
  for (const aim of page.aims) if (yearly.test(aim.pledge.read.deadline_text ?? '') && !aim.further) targets.add(aim.key, aim)
  return page.facts.flatMap((fact): readonly Outcome[] => {
    const place = fact.read.attached.find((each) => each.role === 'completion')
    if (place === undefined || fact.read.completion_percent === null || !fact.exact || fact.range === null || fact.unit === '%') return []
    const digits = digitsIn(place.quote)
    const span = page.spanOf(place.quote, place.offset)
    if (digits === undefined || /倍|成|余|多/.test(place.quote)) return []
    const printed = printedAs(decimal(digits), decimalsOf(digits))
    const base = baseBeside(fact)
    if (base !== undefined) return judged(fact, base, span, digits, printed, true)
    if (/上年|去年/.test(page.plain.slice(fact.to, span.from))) return []
    const aim = targets.near(fact.key).find((each) => each.unit === fact.unit && isKindOf(fact.key, each.key))
    return aim === undefined ? [] : judged(fact, { amount: aim.amount, range: aim.range, digits: aim.digits, written: aim.written }, span, digits, printed, false)
  })
}

type Base = { readonly amount: Fact['amount'] & string; readonly range: Interval; readonly digits: string; readonly written: string }

const yearly = /年/

const baseBeside = (fact: Fact): Base | undefined => {
  const place = fact.read.attached.find((each) => each.role === 'completion_base')
  const base = fact.read.completion_base
  if (place === undefined || base === null) return undefined
  const digits = digitsIn(place.quote) ?? base.value
  const told = amountOf(base.value, base.unit, digits)
  return told === undefined || told.unit !== fact.unit ? undefined : { ...told, digits, written: base.unit }
}

const judged = (fact: Fact, base: Base, span: { readonly from: number; readonly to: number }, digits: string, printed: Interval, beside: boolean): readonly Outcome[] => {
  const between = percentOf(fact.range as Interval, base.range)
  if (between === undefined || fact.amount === null) return []
  const unit = fact.read.unit === base.written ? '' : fact.read.unit
  const reckoning = `${fact.digits}${unit ?? ''} ÷ ${base.digits}${unit === '' ? '' : base.written} = ${fixed(percent(fact.amount, base.amount), 2)}%`
  if (overlap(between, printed)) return [holds('completion', span, words('完成率与所列数字一致。', 'The completion follows from the figures.'), reckoning), ...tooPrecise(span, decimalsOf(digits), between, [fact])]
  return [fails('completion', beside ? 'error' : 'warning', span, beside ? words('完成率与所列数字不符。', 'The completion does not follow from the figures.') : words('完成率与计划部分所列目标不符。', 'The completion does not agree with the target in the plan.'), `${reckoning} ≠ ${digits}%`)]
}
