import { compare, plus, type Decimal } from '../quantity/decimal.ts'
import { words } from '../words.ts'
import type { Aim } from './aim.ts'
import type { Fact } from './fact.ts'
import { fixed, percent } from './interval.ts'
import { fails, holds, type Outcome, type Span } from './outcome.ts'
import type { Page } from './page.ts'
import { aimText, doneFor, reviewed } from './target-match.ts'

/** 时间过半、任务过半, held against every yearly target the document prints for what it also tells a half-year's value of. */
export const halfWay = (page: Page): readonly Outcome[] => {
  const claims = claimsIn(page.plain)
  if (claims.length === 0) return []
  const near = reviewed(page)
  const targets = page.aims.flatMap((aim) => against(aim, doneFor(aim, near)))
  const reckoned = [...targets, ...page.facts.flatMap((fact) => told(page, fact)).filter(({ subject }) => targets.every((each) => each.subject !== subject))]
  return claims.slice(0, 1).flatMap(({ span, hedged }) =>
    reckoned.map(({ short, text, subject }) =>
      short
        ? fails('half-way', hedged ? 'note' : 'warning', span, words(`称任务过半，而“${subject}”不到一半。`, `Half the year’s work is claimed done, yet “${subject}” is below half.`), text)
        : holds('half-way', span, words(`“${subject}”已过半。`, `“${subject}” is past half.`), text),
    ),
  )
}

type Claim = { readonly span: Span; readonly hedged: boolean }

/** Where it is claimed as done; a demand (按照…要求, 确保…) is no claim. */
const claimsIn = (plain: string): readonly Claim[] =>
  [...plain.matchAll(/(?:时间|时序)[、和]?(?:过半)?[,、]?(?:实现)?(?:目标)?(?:工作)?任务(?:完成)?“?(?:双)?过半”?|“?双过半”?|两个“?过半”?/g)].flatMap((match) => {
    const from = match.index
    const before = /[^,。;\n]*$/.exec(plain.slice(Math.max(0, from - 60), from))?.[0] ?? ''
    const after = plain.slice(from + match[0].length, from + match[0].length + 12)
    if (!/实现|完成|做到|达到/.test(before) || /确保|力争|争取|按照|要求|为|围绕|努力|未/.test(before) || /^”?的?(?:要求|标准|部署)/.test(after)) return []
    return [{ span: { from, to: from + match[0].length }, hedged: /基本|大体|总体|大部分|多数/.test(before) }]
  })

type Reckoned = { readonly short: boolean; readonly text: string; readonly subject: string }

const against = (aim: Aim, done: readonly Fact[]): readonly Reckoned[] => {
  if (done.length === 0 || aim.further || !/^(?:$|.*年)/.test(aim.pledge.read.deadline_text ?? '')) return []
  const total = done.reduce<Decimal | undefined>((all, fact) => (all === undefined || fact.amount === null ? undefined : plus(all, fact.amount)), '0' as Decimal)
  if (total === undefined) return []
  const ratio = percent(total, aim.amount)
  if (compare(ratio, '100' as Decimal) > 0) return []
  return [{ short: compare(ratio, '50' as Decimal) < 0, text: `${done.map((fact) => aimText(fact, aim)).join(' + ')} ÷ ${aim.digits} = ${fixed(ratio, 2)}%`, subject: aim.key }]
}

/** A completion of the year's target that the text prints itself. */
const told = (page: Page, fact: Fact): readonly Reckoned[] => {
  const done = fact.read.completion_percent
  const place = fact.read.attached.find((each) => each.role === 'completion')
  if (done === null || place === undefined || !fact.exact) return []
  const { from } = page.spanOf(place.quote, place.offset)
  if (!/[年总](?!.*(?:半年|季|月|序时))[^,。;]{0,8}$/.test(page.plain.slice(Math.max(fact.sentence.from, from - 16), from)) || /^序时|半年/.test(fact.lead)) return []
  const short = compare(done as Decimal, '50' as Decimal) < 0
  return [{ short, text: `${place.quote} ${short ? '<' : '≥'} 50%`, subject: fact.key }]
}
