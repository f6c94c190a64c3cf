/** A place that is said to hold some words. */
export type SaidPlace = { readonly quote: string; readonly offset: number }

/** What is wrong with a place; undefined where the words stand there to the letter. */
export type PlaceProblem = 'offset-outside' | 'quote-not-there' | undefined

/** Holds places against a text, in the order given; offsets count code points. One pass over the text, however many places. */
export const placeProblems = (text: string, places: readonly SaidPlace[]): readonly PlaceProblem[] => {
  const found = new Array<PlaceProblem>(places.length)
  const order = places.map((_, index) => index).sort((a, b) => (places[a]?.offset ?? 0) - (places[b]?.offset ?? 0))
  let unit = 0
  let point = 0
  for (const index of order) {
    const { quote, offset } = places[index] ?? { quote: '', offset: 0 }
    if (!Number.isSafeInteger(offset) || offset < 0) {
      found[index] = 'offset-outside'
      continue
    }
    for (; point < offset && unit < text.length; point += 1) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
    if (point < offset || unit >= text.length) found[index] = 'offset-outside'
    else if (quote === '' || !text.startsWith(quote, unit)) found[index] = 'quote-not-there'
  }
  return found
}

/** The words around a place within its sentence: at most so many code points before and behind it. */
export const wordsAround = (signs: readonly string[], { quote, offset }: SaidPlace, before = 40, behind = 24): string => {
  const end = offset + [...quote].length
  let from = offset
  let to = end
  while (from > 0 && offset - from < before && !ends.has(signs[from - 1] ?? '')) from -= 1
  while (to < signs.length && to - end < behind && !ends.has(signs[to] ?? '')) to += 1
  return signs.slice(from, to).join('')
}

const ends = new Set(['。', ';', '；', '\n', '!', '！', '?', '？'])
