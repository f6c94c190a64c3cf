import { createOrg, handOverPosts, mergeOrg, moveOrg, renameOrg } from '../../api/org.ts'
import * as reorganise from '../../core/access/reorganise.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { findEntries } from '../../store/entries.ts'
import { findOpenPosts, findOrgEntry } from '../../store/people.ts'
import type { Ask, Decision, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem, readDay } from '../read-scope.ts'

export const createOrgEndpoint = endpoint({
  route: createOrg,
  load: async ({ input, book }) => {
    const from = readDay('from', input.from)
    if (isRefusal(from)) return from
    return book.orgs.orgs.has(input.parent) ? { from } : fieldProblem('parent', 'not-org', { value: input.parent })
  },
  decide: ({ from }, { input: { from: _, ...fields } }) => ({ changes: [{ act: 'create', verb: createOrg.verb, ledger: 'org', spans: [{ from, to: null, fields }] }] }),
  present: (_, __, done) => done,
})

export const renameOrgEndpoint = endpoint({
  route: renameOrg,
  load: async (ask, reader) => loadOrg(ask, reader, ask.input.org, ask.input.from),
  decide: ({ org, from }, { input }) => alone(reorganise.renameOrg(org, input, from)),
  present: (_, __, done) => done,
})

export const moveOrgEndpoint = endpoint({
  route: moveOrg,
  load: async (ask, reader) => loadOrg(ask, reader, ask.input.org, ask.input.from),
  decide: ({ org, from }, { book, input }) => alone(reorganise.moveOrg(org, book.orgs, input.parent, from)),
  present: (_, __, done) => done,
})

export const mergeOrgEndpoint = endpoint({
  route: mergeOrg,
  load: async (ask, reader) => loadOrg(ask, reader, ask.input.org, ask.input.from),
  decide: ({ org, from }, { book, input }) => alone(reorganise.mergeOrg(org, book.orgs, input.into, from)),
  present: (_, __, done) => done,
})

export const handOverEndpoint = endpoint({
  route: handOverPosts,
  load: async ({ input, book, town, caller }, reader) => {
    const day = readDay('day', input.day)
    if (isRefusal(day)) return day
    if (input.to === caller.person) return refuse('own-post', { verb: handOverPosts.verb })
    const [posts, people] = [book.declared.ledgers.get('post'), book.declared.ledgers.get('person')]
    if (posts === undefined || people === undefined) return refuse('not-found', { what: 'post' })
    const known = await findEntries(reader, town.schema, people, [input.from, input.to])
    const missing = [['from', input.from], ['to', input.to]].find(([, id]) => !known.has(Number(id)))
    if (missing !== undefined) return fieldProblem(String(missing[0]), 'not-found', { what: `#${String(missing[1])}` })
    return { day, posts: await findOpenPosts(reader, town.schema, posts, input.from) }
  },
  decide: ({ day, posts }, { input }): Decision | Refusal => {
    const changes = reorganise.handOver(posts, input.from, input.to, day)
    return isRefusal(changes) ? changes : { changes }
  },
  present: (_, __, done) => done,
})

const loadOrg = async ({ book, town }: Ask<unknown>, reader: Reader, code: string, fromText: string) => {
  const from = readDay('from', fromText)
  if (isRefusal(from)) return from
  const ledger = book.declared.ledgers.get('org')
  const org: Entry | undefined = ledger === undefined ? undefined : await findOrgEntry(reader, town.schema, ledger, code)
  return org === undefined || lastSpan(org).to !== null ? fieldProblem('org', 'not-org', { value: code }) : { org, from }
}

const alone = (change: Decision['changes'][number] | Refusal): Decision | Refusal => (isRefusal(change) ? change : { changes: [change] })
