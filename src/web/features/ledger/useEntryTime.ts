import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { callLedger } from '../../app/call.ts'
import { momentText } from '../../ui/moment-text.ts'
import type { EntryOut } from './useEntry.ts'

/** The moment an entry is looked at, as it stands in the address: a journal number, a day, or now; and whether it is set beside now. */
export const useEntryTime = (ledger: string, entry: number | undefined, history: EntryOut['history']) => {
  const search = useSearch({ from: '/ledgers/$ledger' })
  const navigate = useNavigate({ from: '/ledgers/$ledger' })
  const [slid, setSlid] = useState<number>()
  const asOf = search.asOf !== undefined && /^(#\d{1,15}|\d{4}-\d{2}-\d{2})$/.test(search.asOf) ? search.asOf : undefined
  const comparing = asOf !== undefined && search.compare === 'true'
  const last = history.length - 1
  const chosen = asOf === undefined ? last : history.filter((step) => isBy(step, asOf)).length - 1
  const past = useQuery<EntryOut>({ queryKey: [`${ledger}.read`, entry, asOf], queryFn: ({ signal }) => callLedger(ledger, 'read', { entry: entry ?? 0, asOf }, signal), enabled: entry !== undefined && asOf !== undefined && !comparing, placeholderData: keepPreviousData })
  const set = (next: { readonly asOf?: string | undefined; readonly compare?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  return {
    asOf,
    comparing,
    past,
    last,
    /** The step the slider stands at; -1 before the first. */
    at: slid ?? chosen,
    slide: setSlid,
    settle: () => {
      if (slid !== undefined && slid !== chosen) set(slid === last ? { asOf: undefined, compare: undefined } : { asOf: `#${history[slid]?.number ?? 0}` })
      setSlid(undefined)
    },
    goTo: (day: string | undefined) => set(day === undefined ? { asOf: undefined, compare: undefined } : { asOf: day }),
    compare: (on: boolean) => set({ compare: on ? 'true' : undefined }),
  }
}

const isBy = (step: EntryOut['history'][number], asOf: string): boolean => (asOf.startsWith('#') ? step.number <= Number(asOf.slice(1)) : momentText(step.recordedAt).slice(0, 10) <= asOf)
