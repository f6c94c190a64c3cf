import { listViews, saveView, voidView } from '../../api/view.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { namesOf } from '../../store/people.ts'
import type { StoredView } from '../../store/views.ts'
import { findViews } from '../../store/views.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

/** A view is of a ledger the caller may open. */
const ledgerProblem = (ask: Ask<unknown>, key: string): Refusal | undefined => (openLedgers(ask).some(({ ledger }) => ledger.key === key) ? undefined : fieldProblem('ledger', 'not-found', { what: key }))

const orgsOf = ({ caller }: Ask<unknown>): readonly string[] => [...new Set(caller.posts.map((post) => post.org))]

/** A view of the caller's own, to be changed or dropped. */
const loadOwn = async (ask: Ask<unknown>, reader: Reader, entry: number, verb: string): Promise<StoredView | Refusal> => {
  const [view] = await findViews(reader, ask.town.schema, { entry }, ask.caller.person, orgsOf(ask))
  if (view === undefined) return refuse('not-found', { what: `#${entry}` })
  return view.person === ask.caller.person ? view : refuse('forbidden', { verb })
}

export const listViewsEndpoint = endpoint({
  route: listViews,
  load: async (ask, reader) => {
    const problem = ledgerProblem(ask, ask.input.ledger)
    if (problem !== undefined) return problem
    const views = await findViews(reader, ask.town.schema, { ledger: ask.input.ledger }, ask.caller.person, orgsOf(ask))
    return { views, nameOf: await namesOf(reader, ask.town.schema, views.map((view) => view.person)) }
  },
  present: ({ views, nameOf }, { caller }) => ({
    views: views.map(({ id, version, name, query, shared, person }) => ({ entry: id, version, name, query, shared, by: nameOf(person), own: person === caller.person })),
    can: Object.fromEntries([saveView.verb, voidView.verb].map((verb) => [verb, mayUse(caller.posts, verb)])),
  }),
})

export const saveViewEndpoint = endpoint({
  route: saveView,
  load: async (ask, reader) => {
    const problem = ledgerProblem(ask, ask.input.ledger)
    if (problem !== undefined) return problem
    if (ask.input.entry === undefined) return { saved: undefined }
    const saved = await loadOwn(ask, reader, ask.input.entry, saveView.verb)
    return isRefusal(saved) ? saved : { saved }
  },
  decide: ({ saved }, { input, caller, book, today }) => {
    const { name, query, shared } = input
    if (saved !== undefined) return { changes: [{ act: 'correct', verb: saveView.verb, ledger: 'view', entry: saved.id, saw: input.saw ?? saved.version, set: { name, query, shared } }] }
    const fields = { ledger: input.ledger, org: caller.posts[0]?.org ?? book.orgs.root, day: today, person: String(caller.person), name, query, shared }
    return { changes: [{ act: 'create', verb: saveView.verb, ledger: 'view', spans: [{ from: null, to: null, fields }] }] }
  },
  present: ({ saved }, _, { id, journal }) => ({ entry: saved?.id ?? id, version: journal }),
})

export const voidViewEndpoint = endpoint({
  route: voidView,
  load: (ask, reader) => loadOwn(ask, reader, ask.input.entry, voidView.verb),
  decide: ({ id }, { input }) => ({ changes: [{ act: 'void', verb: voidView.verb, ledger: 'view', entry: id, saw: input.saw }], reason: '不再使用' }),
  present: ({ id }, _, { journal }) => ({ entry: id, journal }),
})
