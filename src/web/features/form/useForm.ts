import { useMemo, useState } from 'react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { BlankOut, FormOut, ListOut } from '../../../api/form.ts'
import type { Binding } from '../../../core/filling/binding.ts'
import { placeOf } from '../../../core/filling/binding.ts'
import { call } from '../../app/call.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { useBookAct } from '../agree/useBookAct.ts'

/** What was changed on screen of a version of a form and is not saved yet. */
type Edits = { readonly version: number; readonly cells: ReadonlyMap<string, Binding>; readonly lists: ReadonlyMap<string, ListOut> }

const noEdits: Edits = { version: 0, cells: new Map(), lists: new Map() }

/** Where a list stands. */
export const listPlace = ({ sheet, from }: Pick<ListOut, 'sheet' | 'from'>): string => `${sheet}!${from}`

/** One form: what fills its blanks, with what was changed here, and the view and blank the address names. */
export const useForm = () => {
  const { form: id } = useParams({ from: '/forms/$form' })
  const search = useSearch({ from: '/forms/$form' })
  const navigate = useNavigate({ from: '/forms/$form' })
  const { town } = useSession()
  const form = Number(id)
  const query = useCall('form.read', { form })
  const [edits, setEdits] = useState(noEdits)
  const { data } = query
  const mine = data !== undefined && edits.version === data.version ? edits : noEdits
  const shown = useMemo(() => (data === undefined ? undefined : withEdits(data, mine)), [data, mine])
  const edit = (cells: readonly (readonly [blank: BlankOut, binding: Binding])[], lists: readonly ListOut[] = []): void =>
    setEdits({ version: data?.version ?? 0, cells: new Map([...mine.cells, ...cells.map(([blank, binding]) => [placeOf(blank), binding] as const)]), lists: new Map([...mine.lists, ...lists.map((list) => [listPlace(list), list] as const)]) })
  const save = useBookAct(
    () =>
      call('form.map', {
        form,
        saw: data?.version ?? 0,
        cells: (shown?.cells ?? []).filter((blank) => mine.cells.has(placeOf(blank))).map(({ sheet, cell, binding }) => ({ sheet, cell, binding })),
        lists: [...mine.lists.values()].map(({ sheet, from, ledger, where, sort, desc, inPeriod, columns }) => ({ sheet, from, ledger, where, sort, desc, inPeriod, columns: columns.map(({ column, source }) => ({ column, source })) })),
      }),
    () => setEdits(noEdits),
  )
  const set = (next: Partial<typeof search>): void => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const sheets = data?.sheets ?? []
  return {
    form,
    query,
    shown,
    edit,
    save,
    changes: mine.cells.size + mine.lists.size,
    discard: (): void => setEdits(noEdits),
    view: search.view === 'fill' ? ('fill' as const) : ('map' as const),
    period: search.period ?? lastHalf(town.today),
    sheet: sheets.find(({ name }) => name === search.sheet)?.name ?? sheets[0]?.name ?? '',
    cell: search.cell,
    set,
  }
}

export type FormDesk = ReturnType<typeof useForm>

const withEdits = (data: FormOut, edits: Edits): FormOut => ({
  ...data,
  cells: edits.cells.size === 0 ? data.cells : data.cells.map((blank) => ({ ...blank, binding: edits.cells.get(placeOf(blank)) ?? blank.binding })),
  lists: data.lists.map((list) => edits.lists.get(listPlace(list)) ?? list),
})
