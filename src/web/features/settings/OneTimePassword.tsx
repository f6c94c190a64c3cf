import { useRef, useState } from 'react'
import { Button, Modal } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly name: string; readonly login: string; readonly password: string; readonly onClose: () => void }

/** Shows a new password once; it is kept nowhere else, here or on the server. */
export const OneTimePassword = ({ name, login, password, onClose }: Props) => {
  const { m } = useSpeech()
  const text = useRef<HTMLElement>(null)
  const [told, setTold] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password)
      setTold(m.people.copied)
    } catch {
      if (text.current !== null) getSelection()?.selectAllChildren(text.current)
      setTold(m.people.notCopied)
    }
  }
  return (
    <Modal open title={m.people.account(m.people.oneTime, name)} onCancel={onClose} mask={{ closable: false }} footer={<Button onClick={onClose}>{m.ui.close}</Button>} destroyOnHidden>
      <p>{m.people.oneTimeAbout}</p>
      <dl className="facts one-time">
        <dt>{m.people.login}</dt>
        <dd>
          <code>{login}</code>
        </dd>
        <dt>{m.people.oneTime}</dt>
        <dd>
          <code ref={text}>{password}</code>
          <Button size="small" onClick={() => void copy()}>
            {m.people.copy}
          </Button>
        </dd>
      </dl>
      <p className="form-hint" role="status">
        {told}
      </p>
    </Modal>
  )
}
