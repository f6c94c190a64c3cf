import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { parsePeriod, titleOf } from '../../../core/time/period.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

/** A period nobody has begun a report of: who may begins it here. */
export const NewReport = ({ period }: { period: string }) => {
  const { m, lang } = useSpeech()
  const { can } = useSession()
  const known = parsePeriod(period)
  const name = known === undefined ? period : titleOf(known)[lang]
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState(m.newReport.titleOf(name))
  const send = useMutation({ mutationFn: () => call('report.create', { period, title: title.trim() }), onSuccess: rereadBook })
  const mayCreate = may(can, 'report.create')
  return (
    <>
      <EmptyState
        title={m.newReport.none(name)}
        hint={mayCreate ? m.newReport.about : m.newReport.ask}
        action={
          <p className="state-acts">
            {mayCreate && (
              <Button type="primary" onClick={() => setOpen(true)}>
                {m.newReport.act}
              </Button>
            )}
            {may(can, 'start.read') && (
              <Link to="/start" search={{ period }}>
                {m.start.link}
              </Link>
            )}
          </p>
        }
      />
      {open && (
        <FormDialog title={m.newReport.act} act={m.newReport.act} ready={title.trim().length > 1} busy={send.isPending} error={send.error} onSubmit={() => send.mutate()} onClose={() => setOpen(false)}>
          <FormRow id="report-title" label={m.newReport.title} required>
            <Input id="report-title" aria-describedby="report-title-note" value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} autoFocus />
          </FormRow>
        </FormDialog>
      )}
    </>
  )
}
