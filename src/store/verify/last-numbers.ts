/** The last journal number of each entry: by number of the entry, 0 for none, and apart from them numbers that no entry of ours has. */
export type LastNumbers = { numbers: Float64Array; readonly strange: Map<number, number> }

export const lastNumbers = (): LastNumbers => ({ numbers: new Float64Array(1024), strange: new Map() })

/** Entries are numbered from 1 up to the journal's own number. */
export const noteNumber = (last: LastNumbers, entry: number, number: number): void => {
  if (!Number.isSafeInteger(entry) || entry < 1 || entry > most) {
    last.strange.set(entry, Math.max(number, last.strange.get(entry) ?? 0))
    return
  }
  if (entry >= last.numbers.length) {
    const longer = new Float64Array(2 ** Math.ceil(Math.log2(entry + 1)))
    longer.set(last.numbers)
    last.numbers = longer
  }
  if (number > (last.numbers[entry] ?? 0)) last.numbers[entry] = number
}

/** Far beyond what a town writes; what claims a greater number does not get the memory for all below it. */
const most = 2 ** 28

/** Entries whose last number is not the same in both, at most so many. */
export const differing = (a: LastNumbers, b: LastNumbers, limit: number): readonly number[] => {
  const found = [...new Set([...a.strange.keys(), ...b.strange.keys()])].filter((entry) => a.strange.get(entry) !== b.strange.get(entry))
  for (let entry = 0; entry < Math.max(a.numbers.length, b.numbers.length) && found.length < limit; entry += 1) if ((a.numbers[entry] ?? 0) !== (b.numbers[entry] ?? 0)) found.push(entry)
  return found.slice(0, limit)
}
