import { useState } from 'react'
import { Alert, Button } from 'antd'
import type { PersonOut } from '../../../api/account.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { AccountAct } from './AccountDialog.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { OneTimePassword } from './OneTimePassword.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import type { NewPassword } from './PersonDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'

type Dialog = { readonly kind: 'add' } | { readonly kind: 'handover' } | { readonly kind: 'account'; readonly act: AccountAct; readonly person: PersonOut } | { readonly kind: 'password'; readonly made: NewPassword }

/** The people of the town with their posts and accounts: entering one, handing posts over, passwords. */
export const PeoplePanel = () => {
  const { m } = useSpeech()
  const { can } = useSession()
  const query = useCall('account.list', {})
  const [dialog, setDialog] = useState<Dialog>()
  const [told, setTold] = useState<string>()
  const close = () => setDialog(undefined)
  const done = (text: string) => {
    setTold(text)
    close()
  }
  return (
    <Answer query={query}>
      {({ people, roles }) => (
        <>
          <p className="form-about">{m.people.about}</p>
          <div className="people-tools">
            {may(can, 'account.create') && (
              <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
                {m.people.add}
              </Button>
            )}
            {may(can, 'post.handover') && <Button onClick={() => setDialog({ kind: 'handover' })}>{m.people.handOver}</Button>}
          </div>
          {told !== undefined && <Alert type="success" showIcon role="status" title={told} className="refused" />}
          {people.length === 0 ? <EmptyState title={m.people.none} /> : <PeopleTable people={people} onAct={(act, person) => setDialog({ kind: 'account', act, person })} />}
          {dialog?.kind === 'add' && (
            <PersonDialog
              roles={roles}
              onClose={close}
              onDone={(made) => {
                setTold(m.people.done(m.people.add, made.name))
                setDialog({ kind: 'password', made })
              }}
            />
          )}
          {dialog?.kind === 'handover' && <HandOverDialog people={people} onClose={close} onDone={done} />}
          {dialog?.kind === 'account' && (
            <AccountDialog
              {...dialog}
              onClose={close}
              onDone={(password) => {
                const { act, person } = dialog
                done(m.people.done(m.people[act], person.name))
                if (password !== undefined && person.login !== null) setDialog({ kind: 'password', made: { name: person.name, login: person.login, password } })
              }}
            />
          )}
          {dialog?.kind === 'password' && <OneTimePassword {...dialog.made} onClose={close} />}
        </>
      )}
    </Answer>
  )
}
