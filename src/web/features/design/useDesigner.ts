import { useMemo, useReducer, useState } from 'react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Draft, TakenColumn } from '../../../core/designing/draft.ts'
import { columnsOf, fieldLines, givenOf, ledgerOf } from '../../../core/designing/draft.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import type { Words } from '../../../core/words.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { ApiError } from '../../app/errors.ts'
import { useSession } from '../../app/session.tsx'
import { changedDraft } from './draft-changes.ts'
import { useLater } from './useLater.ts'

type Told = { readonly field: string; readonly message: Words }

/** How long nothing is typed before the design is tried, in milliseconds. */
const pause = 400

/** A ledger being designed: its draft, what is wrong with it and where, the first rows by it, and its making. Without a sheet nothing is tried. */
export const useDesigner = (design: string | undefined, start: Draft) => {
  const { posts } = useSession()
  const [draft, change] = useReducer(changedDraft, start)
  const navigate = useNavigate()
  const [declared, setDeclared] = useState<string>()
  const made = useMemo(() => ({ ledger: ledgerOf(draft), columns: columnsOf(draft), given: givenOf(draft) }), [draft])
  const tried = useLater(made, pause)
  /** Rows are written by the office that keeps them; a sheet for another office's ledger is left to that office. */
  const takes = design !== undefined && posts.some((post) => post.org.code === draft.owner)
  const create = useMutation({
    mutationFn: async () => {
      if (declared === undefined) {
        await call('ledger.declare', { ledger: made.ledger, saw: 0 })
        setDeclared(made.ledger.key)
      }
      return !takes ? undefined : (await call('design.take', { ...asked(design, made), ledger: made.ledger.key })).import
    },
    onSuccess: async (taken) => {
      const params = { ledger: made.ledger.key }
      await (taken === undefined ? navigate({ to: '/ledgers/$ledger', params }) : navigate({ to: '/ledgers/$ledger/import', params, search: { import: taken } }))
      await rereadBook()
    },
  })
  const check = useQuery({
    queryKey: ['design.check', design, tried],
    queryFn: ({ signal }) => call('design.check', asked(design ?? '', tried), signal),
    enabled: design !== undefined && !create.isPending && !create.isSuccess,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  const told: readonly Told[] = [...(check.error instanceof ApiError ? check.error.fields : (check.data?.problems ?? [])), ...(create.error instanceof ApiError ? create.error.fields : [])]
  const lines = fieldLines(draft)
  const problemAt = (part: string): Words | undefined => told.find(({ field }) => field === `ledger.${part}`)?.message
  const problemsOf = (line: number): readonly Words[] => told.flatMap(({ field, message }) => (lines[Number(/^ledger\.fields\.(\d+)\./.exec(field)?.[1] ?? -1)] === line ? [message] : []))
  return { draft, change, ledger: made.ledger, rows: check.data?.rows, fitting: check.isPlaceholderData, wrong: told.length, problemAt, problemsOf, takes, create, declared: create.isError ? declared : undefined }
}

export type Designer = ReturnType<typeof useDesigner>

const asked = (design: string, { ledger, columns, given }: { readonly ledger: Ledger; readonly columns: readonly TakenColumn[]; readonly given: Readonly<Record<string, string>> }) => ({ design, ledger, columns: columns.map((column) => ({ ...column })), given: { ...given } })
