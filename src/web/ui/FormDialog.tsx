import { useId } from 'react'
import type { ReactNode } from 'react'
import { Modal } from 'antd'
import { Refused } from './Refused.tsx'

type Props = {
  readonly title: string
  readonly about?: string
  readonly act: string
  readonly danger?: boolean
  readonly ready: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** A short form over the page: what it does, its fields, and why it was refused. Enter sends it. */
export const FormDialog = ({ title, about, act, danger = false, ready, busy, error, onSubmit, onClose, children }: Props) => {
  const id = useId()
  return (
    <Modal open title={title} okText={act} okButtonProps={{ danger, disabled: !ready, htmlType: 'submit', form: id }} confirmLoading={busy} onCancel={onClose} destroyOnHidden>
      <form
        id={id}
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onSubmit()
        }}
      >
        <Refused error={error} />
        {about !== undefined && <p className="form-about">{about}</p>}
        {children}
      </form>
    </Modal>
  )
}
