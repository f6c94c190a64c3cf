/**
 * How alike two short Chinese texts are, by the pairs of signs they share. A pair that many titles have (工作, 项目) says little, one that
 * few have says much; the weights come from the titles themselves, so no list of words is kept.
 */
export type Weights = (pair: string) => number

/** The pairs of neighbouring signs of a text, each once; digits, Latin words and signs of punctuation make none. */
export const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (const run of text.normalize('NFKC').match(/[一-鿿]+|[A-Za-z]+[\d.]*/g) ?? []) {
    if (/^[A-Za-z]/.test(run)) pairs.add(run.toUpperCase())
    else for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2))
  }
  return pairs
}

/** Weights by how few of some texts have a pair: 1 for one that a single text has, near 0 for one that all have. */
export const weightsOf = (texts: readonly ReadonlySet<string>[]): Weights => {
  const counts = new Map<string, number>()
  for (const pairs of texts) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const most = Math.log(texts.length + 1)
  return (pair) => 1 - Math.log(counts.get(pair) ?? 1) / most
}

/** The weight of the pairs of one text found in another, as a share of all of it; 0 for a text without pairs. */
export const shareFound = (of: ReadonlySet<string>, within: ReadonlySet<string>, weights: Weights): number => {
  let all = 0
  let found = 0
  for (const pair of of) {
    const weight = weights(pair)
    all += weight
    if (within.has(pair)) found += weight
  }
  return all === 0 ? 0 : found / all
}

/** Length of the longest run of signs that stands in both texts in order, with gaps (限上社零 stands in 限上社会消费品零售额). */
export const commonLength = (a: string, b: string): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (let i = 0; i < a.length; i += 1) {
    const next = [0]
    for (let j = 0; j < b.length; j += 1) next.push(a[i] === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}
