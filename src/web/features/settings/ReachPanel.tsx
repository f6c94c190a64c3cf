import { useId, useState } from 'react'
import { Button, Input } from 'antd'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** Where one wants to be written to; one's own to set and to take away. */
export const ReachPanel = () => {
  const { m } = useSpeech()
  const query = useCall('notice.reach', {})
  return (
    <Answer query={query}>
      {({ mail, sends }) => (
        <>
          <p className="form-about">{m.notice.reach.about}</p>
          {!sends && <p role="note">{m.notice.reach.notSent}</p>}
          <Reach key={mail ?? ''} mail={mail ?? ''} />
        </>
      )}
    </Answer>
  )
}

const Reach = ({ mail }: { readonly mail: string }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [value, setValue] = useState(mail)
  const save = useBookAct(() => call('notice.address', { mail: value.trim() === '' ? null : value.trim() }))
  const problem = fieldWords(save.error, 'mail')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== mail) save.mutate(undefined)
      }}
    >
      {problem === undefined && <Refused error={save.error} />}
      <FormRow id={id} label={m.notice.reach.mail} hint={m.notice.reach.mailHint} problem={problem === undefined ? undefined : w(problem)}>
        <Input id={id} aria-describedby={`${id}-note`} type="text" inputMode="email" autoComplete="email" maxLength={200} value={value} onChange={(event) => setValue(event.target.value)} />
      </FormRow>
      <div className="form-acts">
        <Button htmlType="submit" type="primary" disabled={value.trim() === mail} loading={save.isPending}>
          {m.notice.reach.save}
        </Button>
        {save.isSuccess && <span role="status">{m.notice.reach.saved}</span>}
      </div>
    </form>
  )
}
