import { useMutation } from '@tanstack/react-query'
import type { PersonOut } from '../../../api/account.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

export type AccountAct = 'reset' | 'lock' | 'unlock'

type Props = { readonly act: AccountAct; readonly person: PersonOut; readonly onDone: (password: string | undefined) => void; readonly onClose: () => void }

/** Asks once more before someone's account is reset, stopped or opened again. */
export const AccountDialog = ({ act, person, onDone, onClose }: Props) => {
  const { m } = useSpeech()
  const login = person.login ?? ''
  const send = useMutation({
    mutationFn: async () => (act === 'reset' ? (await call('account.reset', { login })).password : call(`account.${act}`, { login }).then(() => undefined)),
    onSuccess: async (password) => {
      onDone(password)
      await rereadBook()
    },
    gcTime: 0,
  })
  const abouts = { reset: m.people.resetAbout, lock: m.people.lockAbout, unlock: m.people.unlockAbout }
  return <FormDialog title={m.people.account(m.people[act], person.name)} about={abouts[act](person.name)} act={m.people[act]} danger={act === 'lock'} ready busy={send.isPending} error={send.error} onSubmit={() => send.mutate()} onClose={onClose} />
}
