/**
 * A small seeded generator of random numbers (xoshiro128**, seeded through splitmix32), so that a demonstration
 * is the same on every machine. A fork by name does not depend on what was drawn before it.
 */
export type Random = {
  /** A whole number from 0 up to, not including, n. */
  readonly below: (n: number) => number
  /** A number from 0 up to, not including, 1. */
  readonly unit: () => number
  /** A number between two bounds. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  readonly fork: (name: string) => Random
}

export const random = (seed: number, name = ''): Random => {
  const split = splitmix(hash(name, seed))
  let a = split()
  let b = split()
  let c = split()
  let d = split()
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11)
    return result
  }
  const unit = (): number => next() / 4294967296
  const below = (n: number): number => Math.floor(unit() * n)
  return {
    below,
    unit,
    between: (low, high) => low + unit() * (high - low),
    pick: (from) => from[below(from.length)] ?? from[0],
    fork: (inner) => random(seed, `${name}/${inner}`),
  }
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/** FNV-1a over the name, begun from the seed. */
const hash = (name: string, seed: number): number => {
  let h = (2166136261 ^ seed) >>> 0
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 16777619)
  return h >>> 0
}

const splitmix = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = state ^ (state >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}
