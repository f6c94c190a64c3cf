import { listMatterPeople, listMatters, readMatter } from '../../api/matter.ts'
import type { Predicate } from '../../core/access/predicate.ts'
import { both, either, everything } from '../../core/access/predicate.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { available, heldBack } from '../../core/matter/available.ts'
import type { Procedure } from '../../core/matter/procedure.ts'
import { statesOf } from '../../core/matter/procedure-parts.ts'
import { ofUrgency, onList, whoseMatters } from '../../core/matter/waiting.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { dueMoves } from '../../store/due-moves.ts'
import type { ListMemory } from '../../store/list-memory.ts'
import { openListMemory } from '../../store/list-memory.ts'
import type { MattersOf } from '../../store/matters.ts'
import { stateCounts, totalOf } from '../../store/state-counts.ts'
import { listMatters as findMatters, recordedActions } from '../../store/matters.ts'
import { namesOf } from '../../store/people.ts'
import type { Town } from '../../store/town.ts'
import { endpoint } from '../endpoint.ts'
import { askerOf, handlersAt, loadNamed, nearness, procedures } from '../load-matter.ts'
import { handlerOf, presentMatter, presentMatterRow } from '../present-matter.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'

export const readMatterEndpoint = endpoint({
  route: readMatter,
  load: async (ask, reader) => {
    const seen = await loadNamed(ask, reader)
    if (isRefusal(seen)) return seen
    const { matter } = seen
    const actions = await recordedActions(reader, ask.town.schema, seen.actions)
    const people = [matter.owner, matter.opening.raiser, ...actions.flatMap(({ person, actingFor, given }) => [person, actingFor ?? null, typeof given['to_person'] === 'string' ? Number(given['to_person']) : null])]
    return { seen, actions, nameOf: await namesOf(reader, ask.town.schema, people), moves: await dueMoves(reader, ask.town.schema, seen.ledger.key, seen.entry.id) }
  },
  present: ({ seen, actions, nameOf, moves }, { caller }) => presentMatter({ ...seen, actions, moves, steps: available(seen.procedure, seen.matter, askerOf(caller), seen.at), waiting: heldBack(seen.procedure, seen.matter, askerOf(caller), seen.at) }, nameOf),
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
    const { input, town, book, today, caller } = ask
    const near = await nearness(ask, reader)
    const days = [input.from === undefined ? undefined : readDay('from', input.from), input.to === undefined ? undefined : readDay('to', input.to)].find(isRefusal)
    if (days !== undefined) return days
    const ledgers = procedures(ask)
    if (input.ledger !== undefined && !ledgers.some(({ ledger }) => ledger.key === input.ledger)) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const tree = book.treeAt(today)
    const which = (ledger: Ledger, procedure: Procedure): Predicate =>
      both(rightsIn(ledger, ask).read, whoseMatters(input.whose, ledger, askerOf(caller), tree), onList(input.list, procedure, near), input.urgency === undefined ? everything : ofUrgency(input.urgency, ledger, askerOf(caller), tree, near))
    const asked = ledgers.filter(({ ledger }) => input.ledger === undefined || ledger.key === input.ledger)
    const memory = isShared(input) ? { lists: listsOf(town), head: book.head } : undefined
    const counted = await stateCounts(reader, town.schema, ledgers.map(({ ledger, procedure }) => ({ ledger, where: which(ledger, procedure) })), memory)
    const of = asked.map(({ ledger, procedure }): MattersOf => ({ ledger, where: both(which(ledger, procedure), ...narrowed(ledger, input)) }))
    const inAll = narrows(input) ? await stateCounts(reader, town.schema, of, memory) : counted
    const total = asked.reduce((sum, { ledger }) => sum + totalOf(inAll.get(ledger.key), input.state), 0)
    const page = await findMatters(reader, town.schema, of, { order: input.list === 'settled' ? 'stepped' : 'due', offset: input.offset, limit: input.limit, total })
    const nameOf = await namesOf(reader, town.schema, page.rows.map(({ entry }) => handlerOf(entry)))
    return { page, ledgers, counted, few: near.few, nameOf }
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
      ledgers: ledgers.map(({ ledger }) => ({
        key: ledger.key, title: ledger.title,
        states: statesOf(ledger).map(({ key, title, kind }) => ({ key, title, kind, matters: totalOf(counted.get(ledger.key), key) })),
      })),
    }
  },
})

/** Whether a list is many people's, or too long to be counted for each page: what it adds up to is remembered. */
const isShared = ({ whose, list }: { readonly whose: string; readonly list: string }): boolean => whose === 'all' || list === 'settled'

/** Whether a list is narrowed by more than its ledger and a state, so that the counts by state do not tell its length. */
const narrows = ({ org, from, to }: { readonly org?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }): boolean => org !== undefined || from !== undefined || to !== undefined

const memories = new WeakMap<Town, ListMemory>()

/** What lists of a town's matters added up to when they were last asked for. */
const listsOf = (town: Town): ListMemory => {
  const known = memories.get(town) ?? openListMemory()
  memories.set(town, known)
  return known
}

const narrowed = (ledger: Ledger, { state, org, from, to }: { readonly state?: string | undefined; readonly org?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }): readonly Predicate[] => [
  ...(state === undefined ? [] : [{ kind: 'is', field: 'state', value: state } as const]),
  ...(org === undefined ? [] : [either({ kind: 'is', field: 'holder', value: org }, { kind: 'is', field: ledger.orgField, value: org })]),
  ...(from === undefined ? [] : [{ kind: 'compare', field: 'due', op: '>=', value: from } as const]),
  ...(to === undefined ? [] : [{ kind: 'compare', field: 'due', op: '<=', value: to } as const]),
]
