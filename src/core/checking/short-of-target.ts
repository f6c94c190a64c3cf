import { compare, plus, type Decimal } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import { aimText, candidatesFor, doneFor, reviewed } from './target-match.ts'

/** A plan's target against what the review has done and what it names as still to come: together they must reach it. */
export const shortOfTarget = (page: Page): readonly Outcome[] => {
  if (page.aims.length === 0) return []
  const near = reviewed(page)
  return page.aims.flatMap((aim) => {
    const coming = candidatesFor(aim, near)
    if (coming.length === 0) return []
    const all = [...(aim.further ? [] : doneFor(aim, near)), ...coming]
    const total = all.reduce((sum, fact) => plus(sum, fact.amount as Decimal), '0' as Decimal)
    const reckoning = `${all.map((fact) => aimText(fact, aim)).join(' + ')}${all.length > 1 ? ` = ${total}` : ''}`
    return compare(total, aim.amount) < 0
      ? [fails('short-of-target', 'warning', aim, words('已完成与后备之和达不到目标。', 'What is done and what is in sight fall short of the target.'), `${reckoning} < ${aim.digits}`)]
      : [holds('short-of-target', aim, words('已完成与后备之和可达目标。', 'What is done and what is in sight reach the target.'), `${reckoning} ≥ ${aim.digits}`)]
  })
}
