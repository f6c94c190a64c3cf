/**
 * A title broken as GB/T 9704-2012 7.3.1 asks: words whole, lines symmetrical and of even length. Half-width
 * characters count half. Lines are as few as fit in `widest` characters; among those breaks between words the most
 * even wins, and of equals the one whose first line is longer.
 */
export const titleLines = (title: string, widest: number): readonly string[] => {
  const count = Math.ceil(widthOf(title) / widest)
  if (count <= 1) return [title]
  const words = wordsOf(title, widest)
  const best = (from: number, lines: number, ideal: number): Split | undefined => {
    const rest = words.slice(from).join('')
    if (lines === 1) return widthOf(rest) <= widest ? { cost: (widthOf(rest) - ideal) ** 2, lines: [rest] } : undefined
    let chosen: Split | undefined
    for (let to = words.length - 1; to > from; to--) {
      const first = words.slice(from, to).join('')
      if (widthOf(first) > widest) continue
      const after = best(to, lines - 1, ideal)
      const cost = after === undefined ? Infinity : after.cost + (widthOf(first) - ideal) ** 2
      if (after !== undefined && (chosen === undefined || cost < chosen.cost)) chosen = { cost, lines: [first, ...after.lines] }
    }
    return chosen
  }
  for (let lines = count; lines <= words.length; lines++) {
    const split = best(0, lines, widthOf(title) / lines)
    if (split !== undefined) return split.lines.map((text) => text.trim())
  }
  return [title]
}

/** Characters a text takes on the line: a Latin letter, digit or space takes half of one. */
export const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u0020-\u024f]/.test(character) ? 0.5 : 1), 0)

type Split = { readonly cost: number; readonly lines: readonly string[] }

/** Pieces a title may be broken between: words, with closing marks on the word before and opening marks on the word after. */
const wordsOf = (title: string, widest: number): readonly string[] => {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)) {
    const before = words.at(-1)
    const joins = before !== undefined && (/^[\p{Pe}\p{Pf}、，。：；！？…—·\s%％年月日]/u.test(segment) || /[\p{Ps}\p{Pi}—·\d]$/u.test(before))
    if (joins && widthOf(before + segment) <= widest) words[words.length - 1] = before + segment
    else words.push(...(widthOf(segment) <= widest ? [segment] : segment))
  }
  return words
}
