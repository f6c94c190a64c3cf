import { compare } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import { fails, type Outcome } from './outcome.ts'
import type { Page } from './page.ts'

/** A word of growth before a minus sign, a fall told as negative, or a fall to a higher number. */
export const directionSign = (page: Page): readonly Outcome[] => [...minusSigns(page.plain), ...page.lines.flatMap(({ facts }) => facts.flatMap((fact, index) => turned(page, facts[index - 1], fact)))]

const minusSigns = (plain: string): readonly Outcome[] =>
  [...plain.matchAll(/(增长|上升|提高|增加|上涨|提升|下降|减少|降低|下滑)(?:了|约|幅度?为?)?-(\d+(?:\.\d+)?)(?:%|个百分点)(?![-~至])/g)].map((match) => {
    const span = { from: match.index, to: match.index + match[0].length }
    const fall = /[降减滑]/.test(match[1] ?? '')
    return fall
      ? fails('direction-sign', 'error', span, words('“下降”与负号重复，意思相反。', 'A fall by a negative rate would be a rise.'), `${match[1] ?? ''} ${match[0].includes('%') ? `-${match[2] ?? ''}%` : `-${match[2] ?? ''}`}`)
      : fails('direction-sign', 'warning', span, words('增长词与负号相反，宜写明下降。', 'A word of growth stands before a minus sign; say that it fell.'), `-${match[2] ?? ''} < 0`)
  })

const turned = (page: Page, start: Page['facts'][number] | undefined, fact: Page['facts'][number]): readonly Outcome[] => {
  if (start === undefined || !(start.read.rules.includes('from-to') || /(?:由|从)(?:原来)?的?$/.test(start.lead)) || start.unit !== fact.unit || start.amount === null || fact.amount === null || start.amount === fact.amount) return []
  const between = page.plain.slice(start.to, fact.from)
  if (!/^[^,。;]{0,4}(?:[^,。;]{0,4})(?:到|至|为)了?(?:约|近)?$/.test(between)) return []
  const higher = compare(fact.amount, start.amount) > 0
  const says = /提高|增加|增长|上升|提升|扩大|升|涨|增/.test(between) ? 'up' : /下降|降低|减少|降|压缩|压减|缩减|缩短|下滑|回落|跌|减/.test(between) ? 'down' : undefined
  if (says === undefined || (says === 'up') === higher) return []
  return [fails('direction-sign', 'error', { from: start.from, to: fact.to }, words('升降的说法与数字的方向相反。', 'The word says the opposite of the figures.'), `${start.digits} → ${fact.digits} ${fact.read.unit ?? ''}`)]
}
