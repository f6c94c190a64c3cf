import { useId, useState } from 'react'
import { Button, Input, Modal, Select } from 'antd'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { CallParts } from './CallParts.tsx'
import type { CallDraft } from './useCallDraft.ts'
import { useCallDraft } from './useCallDraft.ts'

type Props = { readonly reports: readonly { readonly entry: number; readonly title: string }[]; readonly onSent: (call: number) => void; readonly onClose: () => void }

/** Sends a call: for which report, until when, and who is asked for what, as the report itself suggests. */
export const CallDialog = ({ reports, onSent, onClose }: Props) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [chosen, setChosen] = useState<number>()
  const report = chosen ?? reports[0]?.entry ?? 0
  const draft = useCallDraft(report, onSent, (suggested) => m.collect.dialog.nameOf(w(suggested.periodTitle)))
  const { send } = draft
  return (
    <Modal open width={1080} title={m.collect.dialog.title} okText={m.collect.dialog.send(draft.chosen.length)} okButtonProps={{ disabled: !draft.ready, htmlType: 'submit', form: id }} confirmLoading={send.isPending} onCancel={onClose} destroyOnHidden>
      <form
        id={id}
        aria-label={m.collect.dialog.title}
        onSubmit={(event) => {
          event.preventDefault()
          if (draft.ready && !send.isPending) send.mutate()
        }}
      >
        <Refused error={send.error} />
        {report === 0 ? (
          <EmptyState title={m.collect.dialog.noReport} />
        ) : (
          <>
            <FormRow id={`${id}-report`} label={m.collect.dialog.report} required>
              <Select id={`${id}-report`} className="field-select" value={report} onChange={setChosen} options={reports.map((each) => ({ value: each.entry, label: each.title }))} virtual={false} />
            </FormRow>
            <CallFacts id={id} draft={draft} />
            <Answer query={draft.query}>{(suggested) => <CallParts draft={draft} suggested={suggested} />}</Answer>
            <Button className="call-add" onClick={draft.add} disabled={draft.suggested === undefined}>
              {m.collect.dialog.add}
            </Button>
          </>
        )}
      </form>
    </Modal>
  )
}

/** What is said of the call as a whole. */
const CallFacts = ({ id, draft }: { readonly id: string; readonly draft: CallDraft }) => {
  const { m, w } = useSpeech()
  const row = (field: string) => {
    const words = fieldWords(draft.send.error, field)
    return { id: `${id}-${field}`, problem: words === undefined ? undefined : w(words) }
  }
  return (
    <>
      <FormRow {...row('title')} label={m.collect.dialog.name} required>
        <Input id={`${id}-title`} aria-describedby={`${id}-title-note`} value={draft.title} maxLength={120} onChange={(event) => draft.setTitle(event.target.value)} />
      </FormRow>
      <FormRow {...row('due')} label={m.collect.dialog.due} required>
        <DayInput id={`${id}-due`} describedBy={`${id}-due-note`} value={draft.due} onChange={draft.setDue} />
      </FormRow>
      <FormRow {...row('note')} label={m.collect.dialog.note} hint={m.collect.dialog.noteHint}>
        <Input.TextArea id={`${id}-note`} aria-describedby={`${id}-note-note`} autoSize={{ minRows: 1, maxRows: 5 }} value={draft.note} maxLength={2000} onChange={(event) => draft.setNote(event.target.value)} />
      </FormRow>
    </>
  )
}
