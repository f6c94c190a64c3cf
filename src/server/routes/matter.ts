import { listMatterPeople, listMatters, readMatter } from '../../api/matter.ts'
import type { Predicate } from '../../core/access/predicate.ts'
import { both, either, isNothing } from '../../core/access/predicate.ts'
import { handlingRoles } from '../../core/access/policy.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { available } from '../../core/matter/available.ts'
import type { Procedure } from '../../core/matter/procedure.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { addDays } from '../../core/time/day.ts'
import { workdayAfter } from '../../core/time/work-calendar.ts'
import { dueMoves } from '../../store/due-moves.ts'
import type { MattersOf } from '../../store/matters.ts'
import { countStates, listMatters as findMatters } from '../../store/matters.ts'
import { namesOf } from '../../store/people.ts'
import { settingValue } from '../../store/town-settings.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { handlersAt, loadNamed } from '../load-matter.ts'
import { handlerOf, presentMatter, presentMatterRow } from '../present-matter.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

export const readMatterEndpoint = endpoint({
  route: readMatter,
  load: async (ask, reader) => {
    const seen = await loadNamed(ask, reader)
    if (isRefusal(seen)) return seen
    const { matter, actions } = seen
    const people = [matter.owner, matter.opening.raiser, ...actions.flatMap(({ person, given }) => [person, typeof given['to_person'] === 'string' ? Number(given['to_person']) : null])]
    return { seen, nameOf: await namesOf(reader, ask.town.schema, people), moves: await dueMoves(reader, ask.town.schema, seen.ledger.key, seen.entry.id) }
  },
  present: ({ seen, nameOf, moves }, { caller }) => presentMatter({ ...seen, moves, steps: available(seen.procedure, seen.matter, { id: caller.person, posts: caller.posts }, seen.at) }, nameOf),
})

/** Who may be named to handle a matter, for whoever may read it. */
export const listMatterPeopleEndpoint = endpoint({
  route: listMatterPeople,
  load: async (ask, reader) => {
    const seen = await loadNamed(ask, reader)
    if (isRefusal(seen)) return seen
    return { people: await handlersAt(ask, reader, seen.matter.holder) }
  },
  present: ({ people }) => ({ people: [...people.values()] }),
})

export const listMattersEndpoint = endpoint({
  route: listMatters,
  load: async (ask, reader) => {
    const { input, town, book, today } = ask
    const few = await settingValue(reader, town.schema, 'matter-yellow')
    const days = [input.from === undefined ? undefined : readDay('from', input.from), input.to === undefined ? undefined : readDay('to', input.to)].find(isRefusal)
    if (days !== undefined) return days
    const ledgers = procedures(ask)
    if (input.ledger !== undefined && !ledgers.some(({ ledger }) => ledger.key === input.ledger)) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const until = workdayAfter(book.calendar, today, few)
    const asked = ledgers.filter(({ ledger }) => input.ledger === undefined || ledger.key === input.ledger)
    const of = asked.map(({ ledger, procedure }): MattersOf => ({ ledger, where: both(rightsIn(ledger, ask).read, whoseOf(ask), listOf(input.list, procedure, today, until), ...narrowed(ledger, input)) }))
    const page = await findMatters(reader, town.schema, of, { order: input.list === 'settled' ? 'stepped' : 'due', offset: input.offset, limit: input.limit })
    const counted = await countStates(reader, town.schema, ledgers.map(({ ledger, procedure }) => ({ ledger, where: both(rightsIn(ledger, ask).read, whoseOf(ask), listOf(input.list, procedure, today, until)) })))
    const nameOf = await namesOf(reader, town.schema, page.rows.map(({ entry }) => handlerOf(entry)))
    return { page, ledgers, counted, few, nameOf }
  },
  present: ({ page, ledgers, counted, few, nameOf }, ask) => {
    const { book, today } = ask
    const at = { tree: book.treeAt(today), calendar: book.calendar, today, few }
    const known = new Map(ledgers.map((each) => [each.ledger.key, each]))
    return {
      today,
      total: page.total,
      rows: page.rows.flatMap(({ ledger, entry }) => {
        const found = known.get(ledger.key)
        return found === undefined ? [] : [presentMatterRow(ledger, found.procedure, entry, rightsIn(ledger, ask), at, nameOf)]
      }),
      ledgers: ledgers.map(({ ledger, procedure }) => ({
        key: ledger.key, title: ledger.title,
        states: procedure.states.map(({ key, title, kind }) => ({ key, title, kind, matters: counted.find((each) => each.ledger === ledger.key && each.state === key)?.matters ?? 0 })),
      })),
    }
  },
})

/** Ledgers with a procedure of which the caller may read something. */
const procedures = (ask: Ask<unknown>): readonly { readonly ledger: Ledger; readonly procedure: Procedure }[] =>
  [...ask.book.declared.ledgers.values()].flatMap((ledger) => (ledger.procedure === undefined || isNothing(rightsIn(ledger, ask).read) ? [] : [{ ledger, procedure: ledger.procedure }]))

/** What waits for a person: what she handles, what her offices are asked to take or called for, and what they hold without anyone handling it. */
const whoseOf = ({ input, caller, book, today }: Ask<{ readonly whose: 'mine' | 'office' | 'all' }>): Predicate => {
  if (input.whose === 'all') return { kind: 'all', of: [] }
  const tree = book.treeAt(today)
  const orgs = [...new Set(caller.posts.filter((post) => handlingRoles.includes(post.role)).flatMap((post) => (post.role === 'village' ? tree.subtree(post.org) : [post.org])))]
  const at = (field: string): Predicate => ({ kind: 'in', field, values: orgs })
  const called = orgs.map((org): Predicate => ({ kind: 'contains', field: 'called', text: `|${org}|` }))
  if (input.whose === 'office') return either(at('holder'), at('asked'), ...called)
  return either({ kind: 'is', field: 'handler', value: String(caller.person) }, at('asked'), ...called, both(at('holder'), { kind: 'not', of: { kind: 'known', field: 'handler' } }))
}

/** The lists over one ledger: all that is open; found and not yet given to anyone (排查); with a due day (时限); near its due day, past it or stalled (预警); settled. */
const listOf = (list: 'open' | 'found' | 'due' | 'warning' | 'settled', procedure: Procedure, today: string, until: string): Predicate => {
  const settled: Predicate = { kind: 'known', field: 'settled' }
  const open: Predicate = { kind: 'not', of: settled }
  switch (list) {
    case 'settled':
      return settled
    case 'open':
      return open
    case 'found':
      return both(open, either({ kind: 'is', field: 'state', value: procedure.first }, { kind: 'not', of: { kind: 'known', field: 'handler' } }))
    case 'due':
      return both(open, { kind: 'known', field: 'due' })
    case 'warning':
      return both(open, either({ kind: 'compare', field: 'due', op: '<=', value: until }, ...(procedure.stalledAfter === undefined ? [] : [{ kind: 'compare', field: 'stepped', op: '<', value: addDays(today as never, -procedure.stalledAfter) } as const])))
    default:
      return list satisfies never
  }
}

const narrowed = (ledger: Ledger, { state, org, from, to }: { readonly state?: string | undefined; readonly org?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }): readonly Predicate[] => [
  ...(state === undefined ? [] : [{ kind: 'is', field: 'state', value: state } as const]),
  ...(org === undefined ? [] : [either({ kind: 'is', field: 'holder', value: org }, { kind: 'is', field: ledger.orgField, value: org })]),
  ...(from === undefined ? [] : [{ kind: 'compare', field: 'due', op: '>=', value: from } as const]),
  ...(to === undefined ? [] : [{ kind: 'compare', field: 'due', op: '<=', value: to } as const]),
]
