import { expect } from 'vitest'
import { orgTree } from '../../src/core/access/org-tree.ts'
import { ledgerProblem } from '../../src/core/ledger/ledger.ts'
import type { Ledger } from '../../src/core/ledger/ledger.ts'
import type { RawFields } from '../../src/core/ledger/read-fields.ts'
import type { Fields } from '../../src/core/ledger/value.ts'
import { valueOf } from '../../src/core/ledger/value.ts'
import type { Asker } from '../../src/core/matter/available.ts'
import type { Matter } from '../../src/core/matter/matter.ts'
import { openMatter } from '../../src/core/matter/matter.ts'
import { matterColumns, matterFields } from '../../src/core/matter/matter-fields.ts'
import { takeStep } from '../../src/core/matter/take-step.ts'
import { isRefusal } from '../../src/core/refusal/refusal.ts'
import { day } from '../../src/core/time/day.ts'
import { words } from '../../src/core/words.ts'
import { day as dayField, org } from '../../src/packs/zhejiang-town/declare.ts'
import { orgs } from '../../src/packs/zhejiang-town/orgs.ts'
import { common } from '../../src/packs/zhejiang-town/procedures/parts.ts'
import type { MatterPlan } from '../../src/packs/zhejiang-town/procedures/plan.ts'
import { china } from './china-calendar.ts'

/** Someone by her post, `role@org`; another number after a slash is another person at the same desk. */
const person = (post: string): Asker => {
  const [, role = '', at = '', number = '1'] = /^(\w+)@(\w+)(?:\/(\d))?$/.exec(post) ?? []
  return { id: [...`${role}${at}${number}`].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 1), posts: [{ role, org: at }] }
}

/** A row of a walk: the town date (MM-DD, or a whole day), who, the step, what is given, and the state after it, or the code of the refusal. */
export type Walked = readonly [day: string, who: string, step: string, given: RawFields, comes: string]

/** How a matter begins: its keeper, the org of its entry, the day, and what its entry says. */
export type Begun = { readonly keeper: string; readonly org: string; readonly day: string; readonly first?: string; readonly fields?: Fields }

const ledgerOf = ({ fields, procedure }: MatterPlan, { keeper }: Begun): Ledger => ({
  key: 'walked', title: words('事项', 'matters'), shape: 'event', line: 'order', owner: keeper, dateField: 'day', orgField: 'org', fields: [dayField(), org, ...fields, ...matterFields(procedure)], procedure,
})

/** Why the ledger of a plan could not be declared; undefined when it can. */
export const planProblem = (plan: MatterPlan): string | undefined => ledgerProblem(ledgerOf(plan, { keeper: 'dzb', org: '330282112', day: '2023-01-01' }))

/** Walks a matter row by row, by the rule server and screen share; a refused step leaves it where it is. Each row must come to what it says. */
export const walk = (plan: MatterPlan, begun: Begun, rows: readonly Walked[]): Matter => {
  const { procedure } = plan
  const ledger = ledgerOf(plan, begun)
  const fields: Fields = { day: day(begun.day), org: begun.org, ...begun.fields }
  let matter = openMatter(procedure, { day: day(begun.day), raiser: 1, first: begun.first ?? begun.keeper, fields })
  for (const [at, [date, who, step, given, comes]] of rows.entries()) {
    const today = day(date.length === 5 ? `${begun.day.slice(0, 4)}-${date}` : date)
    const taken = takeStep(ledger, procedure, matter, { step, given }, person(who), { keeper: begun.keeper, org: begun.org, tree: orgTree(orgs, today), calendar: china, today })
    const came = isRefusal(taken) ? (taken.code === 'bad-input' ? (taken.fields ?? []).map((each) => `${each.field}: ${each.code}`).join() : taken.code) : taken.after.state
    expect(`${at + 1} ${date} ${who} ${step} → ${came}`).toBe(`${at + 1} ${date} ${who} ${step} → ${comes}`)
    if (!isRefusal(taken)) matter = taken.after
  }
  return matter
}

/** Some of the columns a matter has, by the calendar of 2019 to 2026. */
export const columnsOf = ({ procedure }: MatterPlan, matter: Matter, ...keys: readonly string[]): Fields => {
  const columns = matterColumns(procedure, matter, china)
  return Object.fromEntries(keys.map((key) => [key, valueOf(columns, key)]))
}

/** Steps of a plan that none of these walks takes, those of any matter left out. */
export const untaken = ({ procedure }: MatterPlan, ...walks: readonly (readonly Walked[])[]): readonly string[] => {
  const states = new Set(procedure.states.map(({ key }) => key))
  const taken = new Set(walks.flat().filter(([, , , , comes]) => states.has(comes)).map(([, , step]) => step))
  return procedure.steps.filter((step) => !ofAny.has(step.key) && !taken.has(step.key)).map(({ key }) => key)
}

const ofAny = new Set(common([]).map((step) => step.key))

/** A file as a step is given one. */
export const photo = `${'ab'.repeat(32)} 现场.jpg`
