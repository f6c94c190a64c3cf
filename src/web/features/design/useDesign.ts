import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { call, sendFile } from '../../app/call.ts'
import { client } from '../../app/client.ts'
import type { InputOf } from '../../app/wire.ts'

/** How often a sheet that is being looked at is asked after, in milliseconds. */
const lookEvery = 400

/** The sheet a ledger is designed for: handed over, looked at, read by another head. Its number stands in the address; 'blank' is no sheet. */
export const useDesign = () => {
  const { design } = useSearch({ from: '/ledgers/new' })
  const navigate = useNavigate({ from: '/ledgers/new' })
  const id = design === 'blank' ? undefined : design
  const query = useQuery({
    queryKey: ['design.read', { design: id }],
    queryFn: ({ signal }) => call('design.read', { design: id ?? '' }, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? lookEvery : false),
    retry: false,
    staleTime: Infinity,
  })
  const open = useMutation({ mutationFn: (file: File) => sendFile('design.open', { name: file.name }, file), onSuccess: (opened) => navigate({ search: { design: opened.design }, replace: true }) })
  const map = useMutation({ mutationFn: (change: Omit<InputOf<'design.map'>, 'design'>) => call('design.map', { design: id ?? '', ...change }), onSuccess: () => client.invalidateQueries({ queryKey: ['design.read'] }) })
  const go = (to: string | undefined): void => void navigate({ search: to === undefined ? {} : { design: to } })
  return { id, blank: design === 'blank', query, open, map, startBlank: () => go('blank'), restart: () => go(undefined) }
}

export type DesignDesk = ReturnType<typeof useDesign>
