/** Answers in which line of a text an offset in code points stands; lines count from 1. Offsets are asked in any order. */
export const lineFinder = (text: string): ((offset: number) => number) => {
  const starts = [0]
  let offset = 0
  for (const character of text) {
    offset += 1
    if (character === '\n') starts.push(offset)
  }
  return (asked) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= asked) low = middle
      else high = middle
    }
    return low + 1
  }
}
