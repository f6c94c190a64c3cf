/** How often the head is looked at for what other processes wrote, and the least time between two tellings, in milliseconds. */
const lookEvery = 1000
const tellEvery = 60

/** Tells open screens what was written: soon after it was, looked for once a second, never two at a time. */
export type Teller = {
  /** Someone is there to be told. */
  readonly begin: () => void
  /** Something was written: tell soon. */
  readonly nudge: () => void
  /** Nobody is there any more. */
  readonly stop: () => void
}

/** What happens while `tell` runs is told after it. A database that does not answer is asked again at the next look. */
export const openTeller = (isAnyoneThere: () => boolean, tell: () => Promise<void>): Teller => {
  let looking: NodeJS.Timeout | undefined
  let soon: NodeJS.Timeout | undefined
  let telling: Promise<void> | undefined
  let again = false
  let last = 0

  const tellNow = (): void => {
    soon = undefined
    if (!isAnyoneThere()) return
    if (telling !== undefined) {
      again = true
      return
    }
    last = performance.now()
    telling = tell()
      .catch(() => undefined)
      .finally(() => {
        telling = undefined
        if (again) nudge()
        again = false
      })
  }
  const nudge = (): void => {
    if (!isAnyoneThere() || soon !== undefined) return
    soon = setTimeout(tellNow, Math.max(0, last + tellEvery - performance.now()))
  }
  return {
    begin: () => {
      looking ??= setInterval(nudge, lookEvery).unref()
      nudge()
    },
    nudge,
    stop: () => {
      clearInterval(looking)
      clearTimeout(soon)
      looking = soon = undefined
    },
  }
}
