import { useMemo } from 'react'
import type { BlankOut, FormOut, ListOut, LookSheet } from '../../../api/form.ts'
import type { FormDesk } from './useForm.ts'

/** The sheet of a form that is shown, with its blanks and lists. */
export const useSheet = ({ sheet: shown }: Pick<FormDesk, 'sheet'>, { sheets, cells, lists }: Pick<FormOut, 'sheets' | 'cells' | 'lists'>): { readonly sheet: LookSheet | undefined; readonly blanks: readonly BlankOut[]; readonly lists: readonly ListOut[] } => ({
  sheet: sheets.find(({ name }) => name === shown),
  blanks: useMemo(() => cells.filter((blank) => blank.sheet === shown), [cells, shown]),
  lists: useMemo(() => lists.filter((list) => list.sheet === shown), [lists, shown]),
})
