import { words } from '../words.ts'
import { fails, holds, type Outcome, type Span } from './outcome.ts'
import type { Page } from './page.ts'
import { isProper } from './proper-name.ts'

/** A row of names before one noun in the review and in the plan (甲、乙、丙联盟): who is missing, who came. */
export const listsDiffer = (page: Page): readonly Outcome[] => {
  const lists = page.sentences.flatMap((sentence) => (page.plain.indexOf('、', sentence.from) < sentence.to ? listsIn(page.plain, sentence.from, sentence.to).map((each) => ({ ...each, part: sentence.part })) : []))
  const reviews = new Map<string, (List & { readonly part: string })[]>()
  for (const list of lists) if (list.part === 'review') for (const end of endsOf(list)) reviews.set(end, [...(reviews.get(end) ?? []).slice(-8), list])
  return lists.flatMap((list): readonly Outcome[] => {
    if (list.part !== 'plan') return []
    const known = new Set(endsOf(list).flatMap((end) => reviews.get(end) ?? []))
    const other = [...known].find((each) => sameThing(each, list))
    return other === undefined ? [] : [judged(other, list)]
  })
}

type List = Span & { /** The last without its head noun. */ readonly items: readonly string[]; readonly last: string }

/** The last two signs of each name but the last, whose end is the noun. */
const endsOf = (list: List): readonly string[] => list.items.slice(0, -1).map((item) => item.replace(/[“”]/g, '').slice(-2))

const listsIn = (plain: string, from: number, to: number): readonly List[] =>
  [...plain.slice(from, to).matchAll(/[一-鿿“”]{1,14}(?:、[一-鿿“”]{1,10}){1,14}(?:、|和)[一-鿿“”]{2,20}/g)].map((match) => {
    const items = match[0].split(/、|(?<=[一-鿿]{2})和(?=[一-鿿]{2,})/)
    return { from: from + match.index, to: from + match.index + match[0].length, items, last: items.at(-1) ?? '' }
  })

/** The same head noun of three signs or more behind the last name, and half the names or more the same, which are names and no common words. */
const sameThing = (a: List, b: List): boolean => {
  const head = headOf(a, b)
  if (head.length < 3 || a.items.length < 3 || b.items.length < 3) return false
  const [names, others] = [namesOf(a, head), namesOf(b, head)]
  const shared = names.filter((name) => others.some((other) => same(name, other)))
  return shared.length >= 2 && shared.length * 2 >= Math.min(names.length, others.length) && shared.filter(isProper).length >= 2
}

/** The longest stretch that stands in both last items and is no name by itself: 公益联盟 of 安康公益联盟 and 安康公益联盟志愿服务队伍. */
const headOf = (a: List, b: List): string => {
  let longest = ''
  for (let from = 1; from < a.last.length; from += 1)
    for (let to = a.last.length; to - from > longest.length; to -= 1) {
      const stretch = a.last.slice(from, to)
      if (b.last.includes(stretch, 1)) longest = stretch
    }
  return longest
}

const namesOf = (list: List, head: string): readonly string[] => [...list.items.slice(0, -1), list.last.slice(0, list.last.indexOf(head))].map((name) => name.replace(/[“”]/g, '')).filter((name) => name !== '')

/** The first name of a row may have a verb before it. */
const same = (a: string, b: string): boolean => a === b || (a.length >= 2 && b.length >= 2 && (a.endsWith(b) || b.endsWith(a)))

const judged = (review: List, plan: List): Outcome => {
  const head = headOf(review, plan)
  const [before, after] = [namesOf(review, head), namesOf(plan, head)]
  const missing = before.filter((name) => !after.some((other) => same(name, other)))
  const added = after.filter((name) => !before.some((other) => same(name, other)))
  if (missing.length === 0 && added.length === 0) return holds('lists-differ', plan, words('前后所列名称一致。', 'Both lists name the same.'), `${before.length} = ${after.length}`)
  const zh = [missing.length > 0 ? `少“${missing.join('、')}”` : '', added.length > 0 ? `多“${added.join('、')}”` : ''].filter((each) => each !== '').join('，')
  const en = [missing.length > 0 ? `missing ${missing.join(', ')}` : '', added.length > 0 ? `added ${added.join(', ')}` : ''].filter((each) => each !== '').join('; ')
  return fails('lists-differ', 'note', plan, words(`与前文所列不同：${zh}。`, `Not the same list as before: ${en}.`), `${before.length} → ${after.length}`)
}
