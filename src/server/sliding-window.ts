/**
 * Counts events per key over a moving span of time, in this process's memory: enough to slow down guessing,
 * while the lock that must survive a restart is kept with the account. Holds at most `keys` keys; when
 * full, the one untouched longest is forgotten.
 */
export class SlidingWindow {
  readonly #times = new Map<string, number[]>()
  readonly #limit: number
  readonly #span: number
  readonly #keys: number

  /** `limit` events within `span` milliseconds. */
  constructor(limit: number, span: number, keys = 20_000) {
    this.#limit = limit
    this.#span = span
    this.#keys = keys
  }

  /** True when a key has used up its events at an instant (milliseconds). */
  full(key: string, at: number): boolean {
    return this.#recent(key, at).length >= this.#limit
  }

  /** Counts one event; false when the key was full already, and then it is not counted. */
  take(key: string, at: number): boolean {
    const recent = this.#recent(key, at)
    if (recent.length >= this.#limit) return false
    this.#times.delete(key)
    this.#times.set(key, [...recent, at])
    const [oldest] = this.#times.keys()
    if (this.#times.size > this.#keys && oldest !== undefined) this.#times.delete(oldest)
    return true
  }

  forget(key: string): void {
    this.#times.delete(key)
  }

  #recent(key: string, at: number): number[] {
    return (this.#times.get(key) ?? []).filter((each) => each > at - this.#span)
  }
}
