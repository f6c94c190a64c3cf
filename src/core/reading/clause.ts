import type { Quantity } from './quantity.ts'

/** A stretch of a sentence that can be a promise of its own: between commas, or between 、 where both sides have their own number. */
export type Clause = { readonly from: number; readonly to: number; readonly quantities: readonly Quantity[]; /** It goes on behind a 、 and shares the verb before it. */ readonly joined: boolean }

/** The clauses of a sentence, without list marks at their beginning and stops at their end. */
export const clausesIn = (plain: string, from: number, to: number, quantities: readonly Quantity[]): readonly Clause[] => {
  const found: Clause[] = []
  let start = from
  let depth = 0
  for (let at = from; at <= to; at += 1) {
    const sign = at === to ? fullStop : plain.charCodeAt(at)
    const kind = sign < 0x10000 ? (kinds[sign] ?? 0) : 0
    if (kind === 0 && at !== to) continue
    if (kind === opens) depth += closesSoon(plain, at, to) ? 1 : 0
    else if (kind === closes) depth = Math.max(0, depth - 1)
    if (at !== to && (kind < stops || (depth > 0 && kind !== fullStops) || betweenDigits(plain, at))) continue
    if (kind === fullStops) depth = 0
    const inside = quantities.length === 0 ? quantities : quantities.filter((it) => it.from >= start && it.to <= at)
    found.push(...pieces(plain, start, at, inside))
    start = at + 1
  }
  return found.filter((clause) => clause.to - clause.from >= (clause.quantities.length > 0 ? 2 : 3))
}

const opens = 1
const closes = 2
const stops = 3
const fullStops = 4
const fullStop = '。'.charCodeAt(0)
const kinds: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  for (const [signs, kind] of [['(“《', opens], [')”》', closes], [',:!?·●•|', stops], ['。;', fullStops]] as const) for (const sign of signs) table[sign.charCodeAt(0)] = kind
  return table
})()
/** A bracket that is not closed within a phrase is a slip of the pen. */
const closesSoon = (plain: string, at: number, limit: number): boolean => {
  return plain.slice(at + 1, Math.min(limit, at + 60)).includes(plain[at] === '(' ? ')' : plain[at] === '“' ? '”' : '》')
}

const betweenDigits = (plain: string, at: number): boolean => plain[at] === ':' && /\d/.test(plain[at - 1] ?? '') && /\d/.test(plain[at + 1] ?? '')

const pieces = (plain: string, from: number, to: number, inside: readonly Quantity[]): readonly Clause[] => {
  const covered = /全覆盖、/.exec(plain.slice(from, to))
  if (covered !== null) return [trimmed(plain, from, from + covered.index + 3, inside, false), ...pieces(plain, from + covered.index + 4, to, inside)]
  const levels = inside.filter((it) => it.kind === 'level' || it.kind === 'percent')
  const found: Clause[] = []
  let start = from
  levels.forEach((it, index) => {
    const next = levels[index + 1]
    const joint = next === undefined ? -1 : jointBetween(plain, it, next)
    if (joint === -1) return
    found.push(trimmed(plain, start, joint, inside, found.length > 0))
    start = joint + (plain.startsWith('以及', joint) ? 2 : 1)
  })
  const last = levels.at(-1)
  if (last !== undefined && plain[last.to] === '、' && /全覆盖$/.test(plain.slice(last.to, to))) {
    found.push(trimmed(plain, start, last.to, inside, found.length > 0))
    start = last.to + 1
  }
  found.push(trimmed(plain, start, to, inside, found.length > 0))
  return found
}

/** The 、 or 和 that parts two numbers with nouns of their own: directly behind the first (40个、扶手50个) or before the second (4个园和6个园). */
const jointBetween = (plain: string, it: Quantity, next: Quantity): number => {
  if (/[、和与及并]/.test(plain[it.to] ?? '')) return it.to
  if (/[、和与及]/.test(plain[next.from - 1] ?? '')) return next.from - 1
  const between = plain.slice(it.to, next.from)
  const verb = /[、和](?=为|对|新建|改造|建成|完成|新增|改建|扩建|开工|培育|创建)/.exec(between)
  if (verb !== null) return it.to + verb.index
  if (it.kind !== 'percent') return -1
  const joint = between.lastIndexOf('、')
  return joint === -1 ? -1 : it.to + joint
}

const opening = /^(?:[一二三四五六七八九十]{1,3}(?:是(?:要)?|、)|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[,、]?(?=[一-鿿])|[-—·●•◆■★▲]+|其中|同时|此外|另外|以及|[、和及]|等)+/

const trimmed = (plain: string, from: number, to: number, inside: readonly Quantity[], joined: boolean): Clause => {
  const text = plain.slice(from, to)
  const start = from + (opening.exec(text)?.[0].length ?? 0)
  let end = to
  while (end > start && /[-,;:。、"等]/.test(plain[end - 1] ?? '')) end -= 1
  return { from: start, to: end, quantities: inside.filter((it) => it.from >= start && it.to <= end), joined }
}
