import { useMemo } from 'react'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useCall } from '../../app/useCall.ts'

/** The ledgers the reader may see, and one of them by its key. */
export const useLedgers = () => {
  const query = useCall('ledger.list', {}, { staleTime: 60_000 })
  const byKey = useMemo(() => new Map((query.data?.ledgers ?? []).map((each) => [each.ledger.key, each])), [query.data])
  return { query, find: (key: string): Ledger | undefined => byKey.get(key)?.ledger }
}
