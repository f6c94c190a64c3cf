import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { FormRef } from '../../../api/form.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { DropArea } from '../../ui/DropArea.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { contentOf, mostBytes } from '../source/document-file.ts'
import './form.css'

/** The forms that came down from above, and the place to bring one. */
export const FormListPage = () => {
  const { m } = useSpeech()
  const query = useCall('form.list', {})
  const navigate = useNavigate()
  const open = (form: number): void => void navigate({ to: '/forms/$form', params: { form: String(form) }, search: {} })
  return (
    <div className="page">
      <PageHead title={m.form.title} />
      <p className="form-about">{m.form.about}</p>
      <Answer query={query}>
        {({ forms, can }) => (
          <>
            {may(can, 'form.open') && <FormDrop onOpened={open} />}
            {forms.length === 0 ? <EmptyState title={m.form.none} /> : <FormTable forms={forms} onOpen={open} />}
          </>
        )}
      </Answer>
    </div>
  )
}

/** A place to drop a blank form, or to choose one. */
const FormDrop = ({ onOpened }: { readonly onOpened: (form: number) => void }) => {
  const { m } = useSpeech()
  const [large, setLarge] = useState(false)
  const open = useBookAct(async (file: File) => call('form.open', { name: file.name, content: await contentOf(file, new AbortController().signal) }), ({ form }) => onOpened(form))
  const take = ([file]: readonly File[]): void => {
    setLarge(file !== undefined && file.size > mostBytes)
    if (file !== undefined && file.size <= mostBytes) open.mutate(file)
  }
  return (
    <>
      <Refused error={open.error} />
      <DropArea className="form-drop" onFiles={take}>
        {open.isPending ? (
          <p role="status">{m.form.sending}</p>
        ) : (
          <p>
            {m.form.drop}{' '}
            <FileButton type="primary" accept=".xlsx,.xls,.et" onFiles={take}>
              {m.form.choose}
            </FileButton>
          </p>
        )}
        {large ? (
          <p role="alert" className="form-problem">
            {m.form.tooLarge}
          </p>
        ) : (
          <p className="faint">{m.form.kinds}</p>
        )}
      </DropArea>
    </>
  )
}

const FormTable = ({ forms, onOpen }: { readonly forms: readonly FormRef[]; readonly onOpen: (form: number) => void }) => {
  const { m, w } = useSpeech()
  const { town } = useSession()
  const words = m.form
  const columns: readonly Column<FormRef>[] = [
    { key: 'title', title: words.columns.title, lead: true, cell: (row) => <span lang="zh-CN">{row.title}</span> },
    { key: 'sender', title: words.columns.sender, cell: (row) => <span lang="zh-CN">{row.sender || '—'}</span> },
    {
      key: 'due',
      title: words.columns.due,
      cell: (row) => (
        <>
          <span className="number-text">{row.due ?? '—'}</span>
          {row.due !== null && row.due < town.today && row.last === null && <span className="badge badge-void">{words.overdue}</span>}
        </>
      ),
    },
    { key: 'blanks', title: words.columns.blanks, numeric: true, cell: (row) => <span className="number-text">{`${row.bound} / ${row.blanks}`}</span> },
    { key: 'state', title: words.columns.state, cell: (row) => words.state[row.state] },
    { key: 'last', title: words.columns.last, cell: ({ last }) => (last === null ? words.never : words.filledAs(w(last.periodTitle), String(last.counts.book), String(last.counts.book + last.counts.typed + last.counts.none))) },
  ]
  return <DataTable caption={words.title} columns={columns} rows={forms} keyOf={(row) => row.form} onOpen={(row) => onOpen(row.form)} />
}
