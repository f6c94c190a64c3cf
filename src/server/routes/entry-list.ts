import { entryRoutes } from '../../api/entry.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { conditionsText } from '../../core/ledger/conditions.ts'
import { groupConditions, readGroupKeys } from '../../core/ledger/group-keys.ts'
import type { Asking } from '../../core/ledger/list-query.ts'
import { readListQuery } from '../../core/ledger/list-query.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { groupEntries } from '../../store/group-entries.ts'
import { listEntries } from '../../store/list-entries.ts'
import type { ListMemory } from '../../store/list-memory.ts'
import { openListMemory } from '../../store/list-memory.ts'
import { erasedAmong } from '../../store/seal/erase-key.ts'
import type { Town } from '../../store/town.ts'
import type { Endpoint } from '../call.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { presentRow, sealedValues } from '../present-fields.ts'
import { spelt } from '../spelling.ts'
import { ledgerProblem, rightsIn } from './entry-read.ts'

/** What a question about rows is read with. */
export const askingOf = ({ book, today }: Pick<Ask<unknown>, 'book' | 'today'>): Asking => ({ tree: book.treeAt(today), spelt })

/** The number fields that are added up under a list: a sum would tell of a single row's personal number. */
export const summedFields = (ledger: Ledger): readonly string[] => ledger.fields.filter((field) => (field.kind === 'decimal' || field.kind === 'integer') && field.personal === undefined && field.retired !== true).map((field) => field.key)

const memories = new WeakMap<Town, ListMemory>()

/** What lists of a town added up to when they were last asked for. */
const listsOf = (town: Town): ListMemory => {
  const known = memories.get(town) ?? openListMemory()
  memories.set(town, known)
  return known
}

export const listEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).list
  const sums = summedFields(ledger)
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const { q, where, sort, desc, offset, limit } = ask.input
      const rights = rightsIn(ledger, ask)
      const query = readListQuery(ledger, rights, { q, where, sort, desc: desc === 'true' }, askingOf(ask))
      if (isRefusal(query)) return query
      const page = { ...query, right: rights.read, voided: ask.input.void === 'true', offset, limit, sums, memory: { lists: listsOf(ask.town), head: ask.book.head } }
      const listed = await listEntries(reader, ask.town.schema, ledger, page)
      return { rights, listed, erased: await erasedAmong(reader, ask.town.schema, sealedValues(ledger, listed.rows)) }
    },
    present: ({ rights, listed, erased }) => ({ rows: listed.rows.map((entry) => presentRow(ledger, rights, entry, erased)), total: listed.total, sums: { ...listed.sums }, can: { create: !isNothing(rights.write) } }),
  })
}

export const groupEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).group
  return endpoint({
    route,
    permit: (ask) => ledgerProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const rights = rightsIn(ledger, ask)
      const query = readListQuery(ledger, rights, { q: ask.input.q, where: ask.input.where }, askingOf(ask))
      const by = readGroupKeys(ledger, rights, ask.input.by)
      if (isRefusal(query)) return query
      if (isRefusal(by)) return by
      const grouped = await groupEntries(reader, ask.town.schema, ledger, { ...query, right: rights.read, voided: ask.input.void === 'true' }, by, summedFields(ledger), mostGroups)
      return grouped === undefined ? refuse('too-many-groups', { most: mostGroups }) : { by, grouped }
    },
    present: ({ by, grouped }) => ({
      groups: grouped.groups.map(({ values, count, sums }) => ({ values: [...values], where: conditionsText(groupConditions(by, values)) ?? '', count, sums: { ...sums } })),
      total: grouped.total,
      sums: { ...grouped.sums },
    }),
  })
}

/** Beyond so many a grouping tells nothing. */
const mostGroups = 2000
