import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { FailedState } from './FailedState.tsx'
import { LoadingState } from './LoadingState.tsx'

type Props<Data> = { readonly query: UseQueryResult<Data>; readonly lines?: number; readonly children: (data: Data) => ReactNode }

/** One reading call on screen: waiting, refused or failed, or what it answered. */
export const Answer = <Data,>({ query, lines = 6, children }: Props<Data>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error !== null) return <FailedState error={query.error} retry={() => void query.refetch()} />
  return <LoadingState lines={lines} />
}
