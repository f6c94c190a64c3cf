import { handledOrgs } from '../access/handled-orgs.ts'
import type { OrgTree } from '../access/org-tree.ts'
import type { Matter } from '../matter/matter.ts'
import type { ReminderTo } from '../matter/reminder-rule.ts'

/** A post as its holder sits in it; `deputyOf` is the person she stands in for. */
export type Seat = { readonly person: number; readonly role: string; readonly org: string; readonly deputyOf: number | null }

/** Whom a matter waits for now: who handles it, the org that holds it, and orgs that must accept it or were called. */
export type Waits = { readonly person: number | null; readonly holder: string | null; readonly asked: string | null; readonly called: readonly string[] }

/** Whom a matter waits for; nobody where it is settled. */
export const waitsFor = (matter: Pick<Matter, 'owner' | 'holder' | 'asked' | 'whistles' | 'settled'>): Waits => {
  if (matter.settled !== null) return { person: null, holder: null, asked: null, called: [] }
  const called = [...new Set(matter.whistles.flatMap(({ org, answered }) => (answered === null ? [org] : [])))]
  return { person: matter.owner, holder: matter.holder, asked: matter.asked?.org ?? null, called }
}

/** Why someone is told of a step: it waits for her now, her office is asked to take it over, called to help, or another moved what she handles. */
export type StepNotice = { readonly kind: 'waits' | 'asked' | 'called' | 'moved'; readonly person: number }

/** Who is told of a step, each once and for the first of the reasons; whoever took it knows. Where nobody of the org that holds it handles it, as when a village brought it in, all who could are told. */
export const toldOfStep = (before: Waits | undefined, after: Waits, doer: number, seats: readonly Seat[], tree: OrgTree): readonly StepNotice[] => {
  const told = new Map<number, StepNotice>()
  const tell = (kind: StepNotice['kind'], people: readonly number[]): void => {
    for (const person of people) if (person !== doer && !told.has(person)) told.set(person, { kind, person })
  }
  const at = (org: string | null, was: string | null | undefined): readonly number[] => (org === null || org === was ? [] : withDeputies(handlersOf(org, seats, tree), seats))
  if (after.person !== null && after.person !== before?.person) tell('waits', withDeputies([after.person], seats))
  tell('asked', at(after.asked, before?.asked))
  for (const org of after.called) tell('called', at(org, before?.called.includes(org) === true ? org : undefined))
  const unhandled = (waits: Waits | undefined): string | null => (waits === undefined || waits.holder === null || (waits.person !== null && handlersOf(waits.holder, seats, tree).includes(waits.person)) ? null : waits.holder)
  tell('waits', at(unhandled(after), unhandled(before)))
  if (after.person !== null && after.person === before?.person) tell('moved', withDeputies([after.person], seats))
  return [...told.values()]
}

/** Who is reminded. Where who handles a matter has no post at the org that holds it, those who have are told in her place. */
export const toldOfReminder = (to: readonly ReminderTo[], matter: Pick<Matter, 'owner' | 'holder'>, seats: readonly Seat[], tree: OrgTree): readonly number[] =>
  withDeputies([...new Set(to.flatMap((each) => reminded(each, matter, seats, tree)))], seats)

const reminded = (to: ReminderTo, { owner, holder }: Pick<Matter, 'owner' | 'holder'>, seats: readonly Seat[], tree: OrgTree): readonly number[] => {
  switch (to) {
    case 'owner':
      return owner !== null && handlersOf(holder, seats, tree).includes(owner) ? [owner] : handlersOf(holder, seats, tree)
    case 'office': {
      const heads = own(seats).filter((seat) => seat.role === 'head' && handledOrgs(seat, tree).includes(holder))
      return heads.length > 0 ? heads.map(({ person }) => person) : handlersOf(holder, seats, tree)
    }
    case 'leader':
      return leadersOf(holder, seats, tree)
    default:
      return to satisfies never
  }
}

/** Those who handle matters at an org; a village's at the grids below it too. */
const handlersOf = (org: string, seats: readonly Seat[], tree: OrgTree): readonly number[] =>
  own(seats).filter((seat) => handledOrgs(seat, tree).includes(org)).map(({ person }) => person)

/** The leaders whose post stands nearest above an org, it itself included. */
const leadersOf = (org: string, seats: readonly Seat[], tree: OrgTree): readonly number[] => {
  const above = own(seats).flatMap((seat) => {
    const under = seat.role === 'leader' ? tree.subtree(seat.org) : []
    return under.includes(org) ? [{ person: seat.person, size: under.length }] : []
  })
  const nearest = Math.min(...above.map(({ size }) => size))
  return above.filter(({ size }) => size === nearest).map(({ person }) => person)
}

const own = (seats: readonly Seat[]): readonly Seat[] => seats.filter((seat) => seat.deputyOf === null)

/** Those people, and who stands in for one of them. */
const withDeputies = (people: readonly number[], seats: readonly Seat[]): readonly number[] => [...new Set([...people, ...seats.flatMap((seat) => (seat.deputyOf !== null && people.includes(seat.deputyOf) ? [seat.person] : []))])]
