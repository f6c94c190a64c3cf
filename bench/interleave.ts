/**
 * Times several pieces of work in turn, round after round, and answers the median of each: what else the machine
 * does falls on all of them alike.
 */
export const interleave = async <Name extends string>(rounds: number, work: Readonly<Record<Name, () => Promise<number>>>): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(work) as Name[]
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      globalThis.gc?.()
      measured.get(name)?.push(await work[name]())
    }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<Name, number>
}

/** Milliseconds a piece of work takes. */
export const milliseconds = async (act: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await act()
  return performance.now() - from
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value that a share of all values does not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}
