import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { callLedger } from '../../app/call.ts'
import type { LedgerInput, LedgerOutput } from '../../app/wire.ts'
import type { Condition } from './where.ts'
import { parseWhere, whereText } from './where.ts'

export const gridSize = 50

/** What a drawer over the grid is doing; no act is reading. */
export const entryActs = ['create', 'correct', 'change', 'end', 'void'] as const
export type EntryAct = (typeof entryActs)[number]

/** One ledger's list: its state is the address, its rows come page by page from the server. */
export const useLedgerGrid = () => {
  const { ledger } = useParams({ from: '/ledgers/$ledger' })
  const search = useSearch({ from: '/ledgers/$ledger' })
  const navigate = useNavigate({ from: '/ledgers/$ledger' })
  const page = Math.max(1, Number(search.page ?? '1') || 1)
  const input: LedgerInput<'list'> = {
    q: search.q,
    where: search.where,
    sort: search.sort,
    desc: search.desc === 'true' ? 'true' : undefined,
    void: search.void === 'true' ? 'true' : undefined,
    offset: (page - 1) * gridSize,
    limit: gridSize,
  }
  const list = useQuery<LedgerOutput<'list'>>({ queryKey: [`${ledger}.list`, input], queryFn: ({ signal }) => callLedger(ledger, 'list', input, signal), placeholderData: keepPreviousData })
  const set = (next: Partial<typeof search>, replace = true) => void navigate({ search: (before) => ({ ...before, ...next }), replace, resetScroll: false })
  const conditions = parseWhere(search.where)
  return {
    key: ledger,
    list,
    input,
    conditions,
    q: search.q ?? '',
    withVoid: search.void === 'true',
    sort: search.sort,
    desc: search.desc === 'true',
    entry: search.entry === undefined ? undefined : Number(search.entry),
    act: entryActs.find((act) => act === search.act),
    seek: (q: string) => set({ q, page: undefined }),
    addCondition: (condition: Condition) => set({ where: whereText([...conditions, condition]), page: undefined }),
    dropCondition: (at: number) => set({ where: whereText(conditions.filter((_, n) => n !== at)), page: undefined }),
    showVoid: (shown: boolean) => set({ void: shown ? 'true' : undefined, page: undefined }),
    sortBy: (key: string) => set(search.sort === key ? (search.desc === 'true' ? { sort: undefined, desc: undefined } : { desc: 'true' }) : { sort: key, desc: undefined, page: undefined }),
    turnTo: (offset: number) => set({ page: offset === 0 ? undefined : String(offset / gridSize + 1) }),
    openEntry: (entry: number | undefined, act?: EntryAct) => set({ entry: entry === undefined ? undefined : String(entry), act, ...(String(entry) === search.entry ? {} : { asOf: undefined, compare: undefined }) }, act !== undefined || entry === undefined),
  }
}
