import type { Change } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { FieldProblem, Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'

/** An org as it is entered while a town is set up. */
export type NewOrg = { readonly code: string; readonly zh: string; readonly en: string; readonly kind: 'town' | 'office' | 'village'; readonly parent: string | null }

/** What is put right while a town is set up: orgs added, told by another name, or taken out. */
export type OrgWishes = {
  readonly add: readonly NewOrg[]
  readonly rename: readonly { readonly code: string; readonly zh: string; readonly en: string }[]
  readonly remove: readonly string[]
}

/** Orgs of a town just made stand since this day, so that figures of years gone by roll up to them too. */
export const firstDayOfOrgs = '2000-01-01' as Day

export const enterOrg = ({ parent, ...org }: NewOrg): Change => ({
  act: 'create', verb: 'org.create', ledger: 'org', spans: [{ from: firstDayOfOrgs, to: null, fields: { ...org, ...(parent === null ? {} : { parent }) } }],
})

/**
 * The changes of wishes, or every wish that cannot be had, each at its field. A name put right is a correction and
 * an org taken out is voided: both say that it was never so. `used` are codes that people, ledgers or entries name.
 */
export const orgChanges = (standing: ReadonlyMap<string, Entry>, used: ReadonlySet<string>, wishes: OrgWishes): readonly Change[] | Refusal => {
  const left = new Map([...standing].filter(([code]) => !wishes.remove.includes(code)))
  const names = new Map<string, string>()
  for (const [code, org] of left) names.set(code, String(lastSpan(org).fields['zh']))
  const problems: FieldProblem[] = []
  const taken = (zh: string, code: string): boolean => [...names].some(([other, name]) => other !== code && name === zh)
  wishes.remove.forEach((code, at) => {
    const org = standing.get(code)
    if (org === undefined) problems.push({ field: `remove.${at}`, code: 'not-org', details: { value: code } })
    else if (used.has(code) || lastSpan(org).fields['parent'] === undefined || hasBelow(left, code)) problems.push({ field: `remove.${at}`, code: 'org-in-use', details: { name: nameOf(org) } })
  })
  wishes.rename.forEach(({ code, zh }, at) => {
    if (!left.has(code)) problems.push({ field: `rename.${at}`, code: 'not-org', details: { value: code } })
    else if (taken(zh, code)) problems.push({ field: `rename.${at}`, code: 'org-named-so', details: { name: zh } })
    else names.set(code, zh)
  })
  wishes.add.forEach(({ code, zh }, at) => {
    if (names.has(code)) problems.push({ field: `add.${at}.code`, code: 'org-coded-so', details: { value: code } })
    else if (taken(zh, code)) problems.push({ field: `add.${at}`, code: 'org-named-so', details: { name: zh } })
    else names.set(code, zh)
  })
  if (problems.length > 0) return refuse('bad-input', {}, problems)
  return [
    ...wishes.remove.flatMap((code) => ofOrg(standing, code, (org): Change => ({ act: 'void', verb: 'org.void', ledger: 'org', entry: org.id, saw: org.version }))),
    ...wishes.rename.flatMap(({ code, zh, en }) => ofOrg(standing, code, (org) => (nameOf(org) === zh && lastSpan(org).fields['en'] === en ? undefined : { act: 'correct', verb: 'org.correct', ledger: 'org', entry: org.id, saw: org.version, set: { zh, en } }))),
    ...wishes.add.map(enterOrg),
  ]
}

const ofOrg = (standing: ReadonlyMap<string, Entry>, code: string, change: (org: Entry) => Change | undefined): readonly Change[] => {
  const org = standing.get(code)
  const made = org === undefined ? undefined : change(org)
  return made === undefined ? [] : [made]
}

const nameOf = (org: Entry): string => String(lastSpan(org).fields['zh'])

const hasBelow = (orgs: ReadonlyMap<string, Entry>, code: string): boolean => [...orgs.values()].some((each) => lastSpan(each).fields['parent'] === code)
