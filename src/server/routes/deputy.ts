import { endDeputy, listDeputies, nameDeputy } from '../../api/deputy.ts'
import type { Lending, Poster } from '../../core/access/deputy.ts'
import { deputiesFor, lend, mayLend, takeBack } from '../../core/access/deputy.ts'
import { roles } from '../../core/access/policy.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { addDays } from '../../core/time/day.ts'
import { words } from '../../core/words.ts'
import { findLendings } from '../../store/deputies.ts'
import { namesOf } from '../../store/people.ts'
import { findPostHolders } from '../../store/post-holders.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgRef } from '../org-ref.ts'
import { fieldProblem, readDay } from '../read-scope.ts'

export const listDeputiesEndpoint = endpoint({
  route: listDeputies,
  load: async (ask, reader) => loadPosters(ask, reader),
  present: ({ people, lent, nameOf }, { book, today, caller }) => {
    const tree = book.treeAt(today)
    const person = (id: number) => ({ id, name: nameOf(id) })
    const who = posterOf(people, caller.person)
    const concerned = ({ principal, deputy }: Lending) => deputy === caller.person || mayLend(who, posterOf(people, principal))
    return {
      today,
      deputies: lent.filter(concerned).map((each) => ({
        post: each.post, version: each.version, principal: person(each.principal), deputy: person(each.deputy), role: roles.find(({ key }) => key === each.role)?.title ?? words(each.role, each.role), org: orgRef(tree, each.org),
        from: each.from, until: each.to === null ? null : addDays(each.to, -1), running: each.from <= today, can: { end: true },
      })),
      mayName: people.flatMap((principal) => {
        const deputies = mayLend(who, principal) ? deputiesFor(principal, people).filter(({ id }) => id !== caller.person) : []
        return deputies.length === 0 ? [] : [{ principal: person(principal.id), deputies: deputies.map(({ id }) => person(id)) }]
      }),
    }
  },
})

export const nameDeputyEndpoint = endpoint({
  route: nameDeputy,
  load: async (ask, reader) => {
    const { input } = ask
    const [from, until] = [readDay('from', input.from), readDay('until', input.until)]
    if (isRefusal(from)) return from
    if (isRefusal(until)) return until
    const { people, lent } = await loadPosters(ask, reader)
    for (const field of ['principal', 'deputy'] as const) if (posterOf(people, input[field]).posts.length === 0) return fieldProblem(field, 'not-found', { what: `#${input[field]}` })
    return { from, until, people, lent }
  },
  decide: ({ from, until, people, lent }, { input, caller, today }) => {
    const changes = lend(posterOf(people, caller.person), posterOf(people, input.principal), posterOf(people, input.deputy), from, until, lent, today)
    return isRefusal(changes) ? changes : { changes, by: { person: caller.person } }
  },
  present: (_, __, { journal }) => ({ journal }),
})

export const endDeputyEndpoint = endpoint({
  route: endDeputy,
  load: async (ask, reader) => {
    const { people, lent } = await loadPosters(ask, reader)
    const found = lent.find(({ post }) => post === ask.input.post)
    return found === undefined ? fieldProblem('post', 'not-found', { what: `#${ask.input.post}` }) : { people, lending: found }
  },
  decide: ({ people, lending }, { input, caller, today }) => {
    const change = takeBack(posterOf(people, caller.person), posterOf(people, lending.principal), lending, input.saw, today)
    return isRefusal(change) ? change : { changes: [change], reason: '结束代理', by: { person: caller.person } }
  },
  present: (_, __, { journal }) => ({ journal }),
})

const loadPosters = async ({ town, today }: Ask<unknown>, reader: Reader) => {
  const held = new Map<number, Poster>()
  for (const { person, role, org } of await findPostHolders(reader, town.schema, roles.map(({ key }) => key), today)) held.set(person, { id: person, posts: [...(held.get(person)?.posts ?? []), { role, org }] })
  const lent = await findLendings(reader, town.schema, today)
  return { people: [...held.values()], lent, nameOf: await namesOf(reader, town.schema, [...held.keys(), ...lent.flatMap(({ principal, deputy }) => [principal, deputy])]) }
}

const posterOf = (people: readonly Poster[], id: number): Poster => people.find((each) => each.id === id) ?? { id, posts: [] }
