/** One text of a pair to be aligned: its id where it has one, and its words. */
export type Aligned = { readonly id: string | undefined; readonly text: string }

/**
 * Which earlier text each returned one is: by id first, then by the same words, then, between texts that are known, by words alike enough.
 * No earlier text is answered twice.
 */
export const align = (returned: readonly Aligned[], earlier: readonly Aligned[]): readonly (number | undefined)[] => {
  const found: (number | undefined)[] = returned.map(() => undefined)
  const free = new Set(earlier.keys())
  const take = (at: number, place: number): void => {
    found[at] = place
    free.delete(place)
  }
  const byId = new Map(earlier.flatMap(({ id }, place) => (id === undefined ? [] : [[id, place] as const])))
  returned.forEach(({ id }, at) => {
    const place = id === undefined ? undefined : byId.get(id)
    if (place !== undefined && free.has(place)) take(at, place)
  })
  const byText = new Map<string, number[]>()
  for (const place of free) {
    const text = earlier[place]?.text ?? ''
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), place])
  }
  returned.forEach(({ text }, at) => {
    const place = found[at] === undefined ? byText.get(text)?.shift() : undefined
    if (place !== undefined) take(at, place)
  })
  for (const [at, one] of returned.entries()) {
    if (found[at] !== undefined) continue
    const [low, high] = [found.slice(0, at).findLast((each) => each !== undefined) ?? -1, found.slice(at + 1).find((each) => each !== undefined) ?? earlier.length]
    let best: { readonly place: number; readonly likeness: number } | undefined
    for (let place = low + 1; place < high && place <= low + window; place += 1) {
      if (!free.has(place)) continue
      const likeness = alike(one.text, earlier[place]?.text ?? '')
      if (likeness >= enough && likeness > (best?.likeness ?? 0)) best = { place, likeness }
    }
    if (best !== undefined) take(at, best.place)
  }
  return found
}

/** How alike two texts are, from 0 to 1: twice the pairs of neighbouring characters both have, over all pairs (Dice). */
export const alike = (a: string, b: string): number => {
  if (a === b) return 1
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const total = sum(left) + sum(right)
  if (total === 0) return 0
  let both = 0
  for (const [pair, count] of left) both += Math.min(count, right.get(pair) ?? 0)
  return (2 * both) / total
}

/** The positions of a longest rising run of known places: what stands in its old order. */
export const inOrder = (places: readonly (number | undefined)[]): ReadonlySet<number> => {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  places.forEach((place, at) => {
    if (place === undefined) return
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before.set(at, ends[low - 1])
    ends[low] = at
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at)
  return kept
}

const enough = 0.5
/** A text is looked for among so many, so that a file without any bookmark is read in a moment too. */
const window = 60

const pairsOf = (text: string): ReadonlyMap<string, number> => {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sum = (pairs: ReadonlyMap<string, number>): number => {
  let total = 0
  for (const count of pairs.values()) total += count
  return total
}
