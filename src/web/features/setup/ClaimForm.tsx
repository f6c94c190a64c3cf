import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { call, keepToken } from '../../app/call.ts'
import { client, forgetBook } from '../../app/client.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'

const parts = ['password', 'name', 'login', 'next', 'again'] as const
type Part = (typeof parts)[number]

/** The first account of a town, made with the one-time password of the terminal. */
export const ClaimForm = () => {
  const { m, w } = useSpeech()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Readonly<Record<Part, string>>>({ password: '', name: '', login: '', next: '', again: '' })
  const send = useMutation({
    mutationFn: () => call('setup.claim', { password: typed.password, name: typed.name, login: typed.login, next: typed.next }),
    onSuccess: (session) => {
      keepToken(session.token)
      client.removeQueries({ queryKey: ['town.read'] })
      forgetBook(session)
      void navigate({ to: '/setup' })
    },
    gcTime: 0,
  })
  const differs = typed.again !== '' && typed.again !== typed.next
  const ready = parts.every((part) => typed[part].trim() !== '') && !differs
  const row = (part: Part) => {
    const words = fieldWords(send.error, part)
    return { id: `claim-${part}`, label: m.setup.claim[part], problem: words !== undefined ? w(words) : part === 'again' && differs ? m.session.differs : undefined }
  }
  const field = (part: Part) => ({ id: `claim-${part}`, 'aria-describedby': `claim-${part}-note`, value: typed[part], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [part]: event.target.value }) })
  return (
    <form
      aria-label={m.setup.claim.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate()
      }}
    >
      <Refused error={send.error} />
      <FormRow {...row('password')} hint={m.setup.claim.passwordHint}>
        <Input {...field('password')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} autoFocus />
      </FormRow>
      <FormRow {...row('name')}>
        <Input {...field('name')} maxLength={60} autoComplete="name" />
      </FormRow>
      <FormRow {...row('login')} hint={m.people.loginHint}>
        <Input {...field('login')} maxLength={64} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </FormRow>
      <FormRow {...row('next')} hint={m.setup.claim.nextHint}>
        <Input.Password {...field('next')} autoComplete="new-password" />
      </FormRow>
      <FormRow {...row('again')}>
        <Input.Password {...field('again')} autoComplete="new-password" />
      </FormRow>
      <Button type="primary" htmlType="submit" size="large" block disabled={!ready} loading={send.isPending}>
        {m.setup.claim.act}
      </Button>
    </form>
  )
}
