import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Condition } from '../../../core/ledger/conditions.ts'
import { conditionsText, parseConditions } from '../../../core/ledger/conditions.ts'
import type { OrderKey } from '../../../core/ledger/list-order.ts'
import { orderText, parseOrder } from '../../../core/ledger/list-order.ts'
import { callLedger } from '../../app/call.ts'
import type { LedgerInput, LedgerOutput } from '../../app/wire.ts'

export const pageSizes: readonly number[] = [50, 100, 200, 500]
const usualSize = 50

/** What a drawer over the grid is doing; no act is reading. */
export const entryActs = ['create', 'correct', 'change', 'end', 'void'] as const
export type EntryAct = (typeof entryActs)[number]

/** One ledger's list: its state is the address, its rows come page by page from the server. */
export const useLedgerGrid = () => {
  const { ledger } = useParams({ from: '/ledgers/$ledger' })
  const search = useSearch({ from: '/ledgers/$ledger' })
  const navigate = useNavigate({ from: '/ledgers/$ledger' })
  const page = Math.max(1, Math.floor(Number(search.page ?? '1')) || 1)
  const size = pageSizes.find((each) => String(each) === search.size) ?? usualSize
  const which = { q: search.q, where: search.where, void: search.void === 'true' ? ('true' as const) : undefined }
  const input: LedgerInput<'list'> = { ...which, sort: search.sort, desc: search.desc === 'true' ? 'true' : undefined, offset: (page - 1) * size, limit: size }
  const list = useQuery<LedgerOutput<'list'>>({ queryKey: [`${ledger}.list`, input], queryFn: ({ signal }) => callLedger(ledger, 'list', input, signal), placeholderData: keepPreviousData, enabled: search.by === undefined })
  const set = (next: Partial<typeof search>, replace = true) => void navigate({ search: (before) => ({ ...before, ...next }), replace, resetScroll: false })
  const conditions = parseConditions(search.where).filter((each): each is Condition => typeof each !== 'string')
  const order = parseOrder(search.sort).map((key) => (search.desc === 'true' ? { ...key, desc: !key.desc } : key))
  const first = { page: undefined, view: search.view }
  return {
    key: ledger,
    search,
    list,
    which,
    input,
    offset: (page - 1) * size,
    size,
    conditions,
    order,
    q: search.q ?? '',
    by: search.by,
    withVoid: search.void === 'true',
    freeze: Math.min(5, Math.max(0, Math.floor(Number(search.freeze ?? '1')) || 0)),
    entry: search.entry === undefined ? undefined : Number(search.entry),
    act: entryActs.find((act) => act === search.act),
    seek: (q: string) => set({ ...first, q }),
    /** Puts the conditions on one field in the place of those it had. */
    filter: (field: string, next: readonly Condition[]) => set({ ...first, where: conditionsText([...conditions.filter((each) => each.field !== field), ...next]) }),
    dropCondition: (at: number) => set({ ...first, where: conditionsText(conditions.filter((_, n) => n !== at)) }),
    showVoid: (shown: boolean) => set({ ...first, void: shown ? 'true' : undefined }),
    /** Orders by a column: up, down, not at all; `more` keeps the columns ordered by already. */
    sortBy: (key: string, more = false) => set({ ...first, ...ordered(order, key, more) }),
    setOrder: (next: readonly OrderKey[]) => set({ ...first, sort: orderText(next), desc: undefined }),
    groupBy: (by: string | undefined) => set({ ...first, by, where: search.where }, false),
    openGroup: (where: string) => set({ ...first, by: undefined, where: [search.where, where].filter((text) => text !== undefined && text !== '').join(';') }, false),
    showColumns: (cols: string | undefined, freeze: number) => set({ cols, freeze: freeze === 1 ? undefined : String(freeze) }),
    /** Shows what a saved view holds, and nothing of what was asked before. */
    useView: (query: Readonly<Record<string, string>>, view: number | undefined) => void navigate({ search: () => ({ ...query, ...(view !== undefined && { view: String(view) }) }), resetScroll: false }),
    resize: (next: number) => set({ page: undefined, size: next === usualSize ? undefined : String(next) }),
    turnTo: (offset: number) => set({ page: offset < size ? undefined : String(Math.floor(offset / size) + 1) }),
    openEntry: (entry: number | undefined, act?: EntryAct) => set({ entry: entry === undefined ? undefined : String(entry), act, ...(String(entry) === search.entry ? {} : { asOf: undefined, compare: undefined }) }, act !== undefined || entry === undefined),
  }
}

export type LedgerList = ReturnType<typeof useLedgerGrid>

const ordered = (order: readonly OrderKey[], key: string, more: boolean): { readonly sort: string | undefined; readonly desc: undefined } => {
  const known = order.find((each) => each.key === key)
  const next = known === undefined ? [{ key, desc: false }] : known.desc ? [] : [{ key, desc: true }]
  const kept = more ? order : []
  const at = kept.findIndex((each) => each.key === key)
  return { sort: orderText(at < 0 ? [...kept, ...next] : kept.toSpliced(at, 1, ...next)), desc: undefined }
}
