/** Lets a few pieces of long work run at once; the rest wait for their turn, first come first served. */
export const turns = (most: number): { readonly take: () => Promise<() => void> } => {
  let free = most
  const waiting: (() => void)[] = []
  const give = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  const once = (work: () => void): (() => void) => {
    let done = false
    return () => {
      if (!done) work()
      done = true
    }
  }
  return {
    take: async () => {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return once(give)
    },
  }
}
