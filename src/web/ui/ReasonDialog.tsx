import { useId, useRef, useState } from 'react'
import type { ComponentRef } from 'react'
import { Input, Modal } from 'antd'
import { useSpeech } from '../app/i18n.tsx'
import { FormRow } from './FormRow.tsx'
import { Refused } from './Refused.tsx'

type Props = {
  readonly title: string
  readonly about?: string
  readonly act: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** Asks why before something is done that others must understand later. */
export const ReasonDialog = ({ title, about, act, danger = false, busy, error, onClose, onReason }: Props) => {
  const { m } = useSpeech()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const id = useId()
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null)
  const short = reason.trim().length < 2
  const confirm = () => {
    setTried(true)
    if (!short) onReason(reason.trim())
  }
  return (
    <Modal open title={title} okText={act} okButtonProps={{ danger }} confirmLoading={busy} onOk={confirm} onCancel={onClose} afterOpenChange={(open) => open && field.current?.focus()} destroyOnHidden>
      <Refused error={error} />
      {about !== undefined && <p>{about}</p>}
      <FormRow id={id} label={m.ui.reason} required problem={tried && short ? m.ui.reasonShort : undefined}>
        <Input.TextArea ref={field} id={id} aria-describedby={`${id}-note`} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormRow>
    </Modal>
  )
}
