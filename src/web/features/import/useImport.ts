import { useEffect } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ImportOut } from '../../../api/import.ts'
import { call, sendFile } from '../../app/call.ts'
import { client, rereadBook } from '../../app/client.ts'
import type { InputOf } from '../../app/wire.ts'
import { takeHanded } from './handed-file.ts'

/** How often an import that goes on by itself is looked at, in milliseconds. */
const lookEvery = 400

const goesOn = (state: ImportOut['state'] | undefined): boolean => state === 'reading' || state === 'writing'

/** One import into a ledger: the file handed over, how it is read, and what is done with it. Its number stands in the address. */
export const useImport = () => {
  const { ledger } = useParams({ from: '/ledgers/$ledger/import' })
  const { import: id } = useSearch({ from: '/ledgers/$ledger/import' })
  const navigate = useNavigate({ from: '/ledgers/$ledger/import' })
  const query = useQuery({
    queryKey: ['import.read', { import: id }],
    queryFn: ({ signal }) => call('import.read', { import: id ?? '' }, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (goesOn(state.data?.state) ? lookEvery : false),
    retry: false,
  })
  const look = (): Promise<void> => client.invalidateQueries({ queryKey: ['import.read'] })
  const open = useMutation({
    mutationFn: (file: File) => sendFile('import.open', { ledger, name: file.name }, file),
    onSuccess: (opened) => navigate({ search: { import: opened.import }, replace: true }),
  })
  const map = useMutation({ mutationFn: (change: Omit<InputOf<'import.map'>, 'import'>) => call('import.map', { import: id ?? '', ...change }), onSuccess: look })
  const accept = useMutation({ mutationFn: (words: Omit<InputOf<'import.accept'>, 'import'>) => call('import.accept', { import: id ?? '', ...words }), onSuccess: look })
  const cancel = useMutation({ mutationFn: () => call('import.cancel', { import: id ?? '' }), onSuccess: look })
  const { mutate } = open
  useEffect(() => {
    const file = takeHanded()
    if (file !== undefined) mutate(file)
  }, [mutate])
  const state = query.data?.state
  const written = accept.isSuccess && state !== undefined && !goesOn(state) && state !== 'ready'
  useEffect(() => {
    if (written) void rereadBook()
  }, [written])
  return { ledger, id, query, open, map, accept, cancel, restart: (): void => void navigate({ search: {} }) }
}

export type ImportDesk = ReturnType<typeof useImport>
