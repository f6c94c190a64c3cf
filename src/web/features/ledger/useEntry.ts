import { useQuery } from '@tanstack/react-query'
import { callLedger } from '../../app/call.ts'
import type { LedgerOutput } from '../../app/wire.ts'

export type EntryOut = LedgerOutput<'read'>

/** One entry with its spans and its history. */
export const useEntry = (ledger: string, entry: number | undefined) =>
  useQuery<EntryOut>({ queryKey: [`${ledger}.read`, entry], queryFn: ({ signal }) => callLedger(ledger, 'read', { entry: entry ?? 0 }, signal), enabled: entry !== undefined })
