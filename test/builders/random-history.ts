import type { Change, ChangeSet } from '../../src/core/ledger/change.ts'
import type { Entry } from '../../src/core/ledger/entry.ts'
import { lastSpan } from '../../src/core/ledger/entry.ts'
import type { Day } from '../../src/core/time/day.ts'
import { addDays } from '../../src/core/time/day.ts'
import { spanOf } from './small-town.ts'

/** A small deterministic generator (mulberry32): the same seed tells the same history. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <Item>(random: () => number, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item

const villages = ['v1', 'v2', 'v3', 'v4', 'farm'] as const
export const start = '2022-01-01' as Day
const days = 600

export const someDay = (random: () => number): Day => addDays(start, Math.floor(random() * days))
const number = (random: () => number, decimals = 0): string => String(Math.round(random() * 5000 * 10 ** decimals) / 10 ** decimals)

/** One random change over what lives: creates mostly, else corrects, moves, ends or voids. */
export const someChange = (random: () => number, living: readonly Entry[]): Change => {
  const roll = random()
  const target = living.length === 0 ? undefined : pick(random, living)
  if (target === undefined || roll < 0.5) return someCreate(random)
  const { ledger, id: entry, version: saw } = target
  if (roll < 0.6) return { act: 'void', verb: `${ledger}.void`, ledger, entry, saw }
  const last = lastSpan(target)
  if (ledger === 'device' && roll < 0.85 && last.from !== null) {
    const from = addDays(last.from, 1 + Math.floor(random() * 90))
    if (last.to === null || from < last.to) return roll < 0.7 && last.to === null ? { act: 'end', verb: 'device.end', ledger, entry, saw, to: from } : { act: 'change', verb: 'device.change', ledger, entry, saw, from, set: { state: pick(random, ['on', 'off']), org: pick(random, villages) } }
  }
  return { act: 'correct', verb: `${ledger}.correct`, ledger, entry, saw, set: someFields(random, ledger) }
}

const someFields = (random: () => number, ledger: string): Record<string, string | null> => {
  switch (ledger) {
    case 'sale':
      return { org: pick(random, villages), day: someDay(random), head: number(random), money: random() < 0.1 ? null : number(random, 2), kind: pick(random, ['pig', 'sheep']) }
    case 'device':
      return { org: pick(random, villages), state: pick(random, ['on', 'off']), value: number(random, 2) }
    case 'case': {
      const found = someDay(random)
      return { org: pick(random, villages), found, closed: random() < 0.7 ? addDays(found, Math.floor(random() * 60)) : null }
    }
    default:
      return { org: pick(random, villages), day: someDay(random), household: `h${Math.floor(random() * 8)}` }
  }
}

const someCreate = (random: () => number): Change => {
  const ledger = pick(random, ['sale', 'device', 'case', 'visit', 'sale'])
  const fields = Object.fromEntries(Object.entries(someFields(random, ledger)).filter(([, value]) => value !== null))
  const from = someDay(random)
  return { act: 'create', verb: `${ledger}.create`, ledger, spans: [ledger === 'device' ? spanOf(fields, from, random() < 0.2 ? addDays(from, 30) : null) : spanOf(fields)] }
}

/** A change set of one to four changes by one of three people; half of them with a second person. */
export const someSet = (random: () => number, living: readonly Entry[]): ChangeSet => {
  const left = [...living]
  const changes: Change[] = []
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const change = someChange(random, left)
    changes.push(change)
    if (change.act !== 'create' && change.act !== 'declare') left.splice(left.findIndex((entry) => entry.id === change.entry), 1)
  }
  const approved = random() < 0.5 ? { approvedBy: 9 } : {}
  return { by: { person: 1 + Math.floor(random() * 3) }, reason: '核对', ...approved, changes }
}
