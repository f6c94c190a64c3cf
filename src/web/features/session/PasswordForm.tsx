import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'
import { ApiError } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import '../settings/settings.css'

const parts = ['current', 'next', 'again'] as const
type Part = (typeof parts)[number]

/** Changes the reader's own password; the new one is asked twice. */
export const PasswordForm = () => {
  const { m, w } = useSpeech()
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<Part, string>>>({ current: '', next: '', again: '' })
  const send = useMutation({
    mutationFn: () => call('session.password', { current: typed.current, next: typed.next }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session.read'] }),
  })
  const differs = typed.again !== '' && typed.again !== typed.next
  const ready = parts.every((part) => typed[part] !== '') && !differs
  const problem = (part: Part): string | undefined => {
    const words = send.error instanceof ApiError ? send.error.fields.find((each) => each.field === part)?.message : undefined
    return words !== undefined ? w(words) : part === 'again' && differs ? m.session.differs : undefined
  }
  return (
    <form
      className="password-form"
      aria-label={m.session.change}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate()
      }}
    >
      <Refused error={send.error} />
      {send.isSuccess && <Alert type="success" showIcon title={m.session.changed} className="refused" role="status" />}
      {parts.map((part) => (
        <FormRow key={part} id={`${id}-${part}`} label={m.session[part]} problem={problem(part)}>
          <Input.Password id={`${id}-${part}`} aria-describedby={`${id}-${part}-note`} autoComplete={part === 'current' ? 'current-password' : 'new-password'} value={typed[part]} onChange={(event) => setTyped({ ...typed, [part]: event.target.value })} />
        </FormRow>
      ))}
      <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending}>
        {m.session.change}
      </Button>
    </form>
  )
}
