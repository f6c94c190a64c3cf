import type { Random } from './random.ts'

/**
 * Splits a whole total into n whole parts that add up to it exactly, uneven as real amounts are and round where
 * there is room: each is a multiple of the coarsest grain that still leaves them different, but for the largest.
 * With fewer units than parts, some parts are zero.
 */
export const apportion = (total: number, n: number, random: Random): readonly number[] => {
  if (n <= 0) return []
  const weights = Array.from({ length: n }, () => 0.35 + random.unit() ** 2 * 2.2)
  const whole = weights.reduce((all, weight) => all + weight, 0)
  const grain = grains.find((each) => total / each >= n * 25) ?? 1
  const parts = weights.map((weight) => {
    const share = Math.floor((total * weight) / whole / grain) * grain
    return share === 0 && total >= n ? grain : share
  })
  let rest = total - parts.reduce((all, each) => all + each, 0)
  while (rest !== 0) {
    const at = largest(parts)
    const was = parts[at] ?? 0
    const spread = rest > 0 && grain === 1 ? random.below(n) : at
    if (spread !== at) {
      parts[spread] = (parts[spread] ?? 0) + 1
      rest -= 1
      continue
    }
    const step = rest > 0 ? rest : -Math.min(-rest, Math.max(1, was - 1))
    parts[at] = was + step
    rest -= step
  }
  return parts
}

/** Spreads n things over slots by weight, as whole numbers that add up to n. */
export const spread = (n: number, weights: readonly number[]): readonly number[] => {
  const whole = weights.reduce((all, weight) => all + weight, 0)
  if (whole <= 0) return weights.map((_, at) => (at === 0 ? n : 0))
  const exact = weights.map((weight) => (n * weight) / whole)
  const counts = exact.map(Math.floor)
  const missing = n - counts.reduce((all, each) => all + each, 0)
  const order = exact.map((each, at) => ({ at, part: each - Math.floor(each) })).sort((a, b) => b.part - a.part || a.at - b.at)
  for (const { at } of order.slice(0, missing)) counts[at] = (counts[at] ?? 0) + 1
  return counts
}

const grains = [1_000_000, 100_000, 10_000, 1000, 100, 50, 10, 5]

const largest = (parts: readonly number[]): number => {
  let at = 0
  for (let i = 1; i < parts.length; i += 1) if ((parts[i] ?? 0) > (parts[at] ?? 0)) at = i
  return at
}
