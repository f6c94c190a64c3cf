/** Finds things by the first two signs of what they are about, so that no rule compares all with all. */
export class SubjectIndex<T> {
  readonly #byPair = new Map<string, T[]>()

  /** Files a thing under every pair of signs in its key; a pair that too many share tells nothing and takes no more. */
  add(key: string, thing: T): void {
    for (const pair of new Set(pairsOf(key))) {
      const shelf = this.#byPair.get(pair)
      if (shelf === undefined) this.#byPair.set(pair, [thing])
      else if (shelf.length < mostAtOnePair) shelf.push(thing)
    }
  }

  /** What was filed under the rarest pair of the key. */
  near(key: string): readonly T[] {
    let found: readonly T[] | undefined
    for (const pair of pairsOf(key)) {
      const shelf = this.#byPair.get(pair) ?? []
      if (found === undefined || shelf.length < found.length) found = shelf
    }
    return found ?? []
  }

  /** What was filed under the first pair of the key. */
  begun(key: string): readonly T[] {
    return this.#byPair.get(key.slice(0, 2)) ?? []
  }
}

const mostAtOnePair = 60

const pairsOf = (key: string): readonly string[] => Array.from({ length: Math.max(0, Math.min(key.length, 24) - 1) }, (_, at) => key.slice(at, at + 2))
