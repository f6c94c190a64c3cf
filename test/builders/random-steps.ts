import type { Field } from '../../src/core/ledger/field.ts'
import type { Step } from '../../src/core/matter/procedure.ts'
import { addDays } from '../../src/core/time/day.ts'
import type { Day } from '../../src/core/time/day.ts'
import { pick } from './random-history.ts'

/** What somebody gives with a step: mostly as it is asked for, now and then not at all as it should be; then `spoilt` says so. */
export type SomeGiven = { readonly given: Record<string, string | boolean>; readonly spoilt: boolean }

type Offered = { readonly orgs: readonly string[]; readonly people: readonly number[]; readonly files: readonly string[] }

/** Something for every field a step asks for. Days lie around today, texts are short or nothing but marks, orgs and people are those offered. */
export const someGiven = (random: () => number, step: Step, today: Day, offered: Offered): SomeGiven => {
  const given: Record<string, string | boolean> = {}
  let spoilt = false
  for (const field of step.asks ?? []) {
    const roll = random()
    if (roll < 0.02 || (field.required !== true && roll < 0.4)) {
      spoilt ||= field.required === true
      continue
    }
    if (roll > 0.99 && field.kind !== 'text' && field.kind !== 'note') {
      given[field.key] = 'no such thing'
      spoilt = true
    } else given[field.key] = someValue(random, field, today, offered)
  }
  return { given, spoilt }
}

const someValue = (random: () => number, field: Field, today: Day, { orgs, people, files }: Offered): string => {
  if (field.key === 'place') return `30.${Math.floor(random() * 1000)},121.${Math.floor(random() * 1000)}`
  switch (field.kind) {
    case 'org':
      return pick(random, orgs)
    case 'reference':
      return String(pick(random, people))
    case 'file':
      return pick(random, files)
    case 'choice':
      return pick(random, field.choices ?? []).key
    case 'day':
      return addDays(today, Math.floor(random() * 20) - 5)
    case 'integer':
      return String(1 + Math.floor(random() * 12))
    case 'decimal':
      return String(1 + Math.floor(random() * 900))
    default:
      return pick(random, ['已办', '情况属实 😀', '查无此事', 'مرحبا', '〇'])
  }
}
