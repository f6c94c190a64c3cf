import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import type { OutputOf } from '../app/wire.ts'

/** A pause in typing after which is looked, in milliseconds. */
const pause = 200

/** Entries of a register for what is being typed into a field of a ledger; nothing typed finds nothing. */
export const useFinder = (ledger: string, field: string, text: string) => {
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  const query = useQuery<OutputOf<'link.find'>>({ queryKey: ['link.find', ledger, field, q], queryFn: ({ signal }) => call('link.find', { ledger, field, q }, signal), enabled: q !== '', placeholderData: keepPreviousData, retry: false })
  return { found: q === '' ? [] : (query.data?.found ?? []), more: query.data?.more === true, error: query.error, waiting: q !== text.trim() || query.isFetching, asked: q !== '' }
}

/** What a reference that stands already points to is called. */
export const useTitle = (ledger: string, field: string, entry: string | undefined): string | undefined => {
  const q = `#${entry ?? ''}`
  const query = useQuery<OutputOf<'link.find'>>({ queryKey: ['link.find', ledger, field, q], queryFn: ({ signal }) => call('link.find', { ledger, field, q }, signal), enabled: entry !== undefined, retry: false })
  return query.data?.found.find((each) => String(each.entry) === entry)?.title
}
