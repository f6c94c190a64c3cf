import { addDays } from '../time/day.ts'
import { words } from '../words.ts'
import { fails, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'
import { lastBefore, periodsOf } from './told-period.ts'

/** Figures of a period that was not over when the document was written must say 预计; long after it, 预计 should have become the true number. */
export const estimate = (page: Page): readonly Outcome[] => {
  const { plain, day } = page
  if (day === null) return []
  const periods = periodsOf(plain)
  const open = new Map<string, { readonly from: number; readonly to: number; readonly end: string; count: number }>()
  const old: Outcome[] = []
  for (const { sentence, facts } of page.lines) {
    if (sentence.part !== 'review' || facts.length === 0) continue
    const told = periods(sentence.from, sentence.to)
    for (const fact of facts) {
      const period = lastBefore(told, fact.from)
      if (period === undefined || period.end === null) continue
      if (/预计|预期|预估|有望/.test(plain.slice(Math.max(sentence.from, period.from - 24), period.from) + fact.lead) || /预计|预期/.test(plain.slice(period.to, period.to + 3))) {
        if (addDays(period.end, longOver) < day && /预计|预估/.test(fact.lead)) old.push(fails('estimate-old', 'note', fact, words('期间早已结束，仍为预计数。', 'The period is long over, yet the figure is still an estimate.'), `${period.end} → ${day}`))
        continue
      }
      if (day >= period.end || /将|计划|力争|目标|拟/.test(fact.lead)) continue
      const known = open.get(period.name)
      if (known === undefined) open.set(period.name, { from: fact.from, to: fact.to, end: period.end, count: 1 })
      else known.count += 1
    }
  }
  const unlabelled = [...open.values()].map(({ from, to, end, count }) =>
    fails('estimate-unlabelled', 'warning', { from, to }, words(`成文时期间尚未结束，有${count}个数未注明“预计”。`, `The period was not over when this was written: ${count} figures lack the word 预计.`), `${day} < ${end}`),
  )
  return [...unlabelled, ...old]
}

const longOver = 180
