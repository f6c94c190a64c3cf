import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import type { InputOf, OutputOf, Verb } from './wire.ts'

type Options = { readonly enabled?: boolean; readonly keep?: boolean; readonly staleTime?: number }

/** Reads one call and keeps it under its verb and input; `keep` shows the last answer while the next one comes. */
export const useCall = <V extends Verb>(verb: V, input: InputOf<V>, { enabled = true, keep = false, staleTime }: Options = {}): UseQueryResult<OutputOf<V>> =>
  useQuery<OutputOf<V>>({
    queryKey: [verb, input],
    queryFn: ({ signal }) => call(verb, input, signal),
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
    ...(staleTime !== undefined && { staleTime }),
  })
