import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OrgPicker } from '../../ui/OrgPicker.tsx'

export type NewPassword = { readonly name: string; readonly login: string; readonly password: string }

type Props = { readonly roles: OutputOf<'account.list'>['roles']; readonly onDone: (made: NewPassword) => void; readonly onClose: () => void }

/** Enters a person with a first post and an account. The post is at her own office unless said. */
export const PersonDialog = ({ roles, onDone, onClose }: Props) => {
  const { m, w } = useSpeech()
  const { town } = useSession()
  const id = useId()
  const [name, setName] = useState('')
  const [home, setHome] = useState<string | null>(null)
  const [role, setRole] = useState<string>()
  const [post, setPost] = useState<string | null>(null)
  const [login, setLogin] = useState('')
  const [from, setFrom] = useState(town.today)
  const org = post ?? home
  const send = useMutation({
    mutationFn: () => call('account.create', { person: { name, org: home ?? '' }, login, role: role ?? '', org: org ?? '', from }),
    onSuccess: async (made) => {
      onDone({ name, login: made.login, password: made.password })
      await rereadBook()
    },
    gcTime: 0,
  })
  const row = (field: string) => {
    const words = fieldWords(send.error, field)
    return { id: `${id}-${field}`, required: true, problem: words === undefined ? undefined : w(words) }
  }
  const note = (field: string) => ({ id: `${id}-${field}`, 'aria-describedby': `${id}-${field}-note` })
  const ready = name.trim() !== '' && home !== null && role !== undefined && login.trim().length >= 2 && from !== ''
  return (
    <FormDialog title={m.people.add} about={m.people.addAbout} act={m.people.add} ready={ready} busy={send.isPending} error={send.error} onSubmit={() => send.mutate()} onClose={onClose}>
      <FormRow {...row('person.name')} label={m.people.name}>
        <Input {...note('person.name')} value={name} maxLength={60} autoComplete="off" onChange={(event) => setName(event.target.value)} autoFocus />
      </FormRow>
      <FormRow {...row('person.org')} label={m.people.org}>
        <OrgPicker id={`${id}-person.org`} describedBy={`${id}-person.org-note`} className="field-select" value={home} onChange={setHome} />
      </FormRow>
      <FormRow {...row('role')} label={m.people.role}>
        <Select {...note('role')} className="field-select" value={role} onChange={setRole} options={roles.map((each) => ({ value: each.key, label: w(each.title) }))} virtual={false} />
      </FormRow>
      <FormRow {...row('org')} label={m.people.postOrg}>
        <OrgPicker id={`${id}-org`} describedBy={`${id}-org-note`} className="field-select" value={org} onChange={setPost} />
      </FormRow>
      <FormRow {...row('login')} label={m.people.login} hint={m.people.loginHint}>
        <Input {...note('login')} value={login} maxLength={64} autoComplete="off" autoCapitalize="none" spellCheck={false} onChange={(event) => setLogin(event.target.value)} />
      </FormRow>
      <FormRow {...row('from')} label={m.people.from}>
        <DayInput id={`${id}-from`} describedBy={`${id}-from-note`} value={from} onChange={setFrom} />
      </FormRow>
    </FormDialog>
  )
}
