import { useId, useState } from 'react'
import { Select } from 'antd'
import type { DeputiesOut } from '../../../api/deputy.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** Names who stands in for someone, and on which days. */
export const DeputyForm = ({ mayName, onClose }: { readonly mayName: DeputiesOut['mayName']; readonly onClose: () => void }) => {
  const { m, w } = useSpeech()
  const told = m.deputy
  const { town, person } = useSession()
  const id = useId()
  const [principal, setPrincipal] = useState(mayName.find((each) => each.principal.id === person.id)?.principal.id ?? mayName[0]?.principal.id ?? 0)
  const [deputy, setDeputy] = useState<number>()
  const [from, setFrom] = useState(town.today)
  const [until, setUntil] = useState('')
  const name = useBookAct(() => call('deputy.name', { principal, deputy: deputy ?? 0, from, until }), onClose)
  const candidates = mayName.find((each) => each.principal.id === principal)?.deputies ?? []
  const row = (field: string) => {
    const words = fieldWords(name.error, field)
    return { id: `${id}-${field}`, required: true, problem: words === undefined ? undefined : w(words) }
  }
  return (
    <FormDialog title={told.name} about={told.nameAbout} act={told.name} ready={deputy !== undefined && from !== '' && until !== ''} busy={name.isPending} error={name.error} onSubmit={() => name.mutate(undefined)} onClose={onClose}>
      <FormRow {...row('principal')} label={told.principal}>
        <Select
          id={`${id}-principal`}
          className="field-select"
          value={principal}
          onChange={(next: number) => {
            setPrincipal(next)
            setDeputy(undefined)
          }}
          options={mayName.map((each) => ({ value: each.principal.id, label: each.principal.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          virtual={false}
        />
      </FormRow>
      <FormRow {...row('deputy')} label={told.deputy}>
        <Select id={`${id}-deputy`} className="field-select" value={deputy} onChange={setDeputy} options={candidates.map((each) => ({ value: each.id, label: each.name }))} showSearch={{ optionFilterProp: 'label' }} virtual={false} />
      </FormRow>
      <FormRow {...row('from')} label={told.from}>
        <DayInput id={`${id}-from`} describedBy={`${id}-from-note`} value={from} onChange={setFrom} />
      </FormRow>
      <FormRow {...row('until')} label={told.until}>
        <DayInput id={`${id}-until`} describedBy={`${id}-until-note`} value={until} onChange={setUntil} />
      </FormRow>
    </FormDialog>
  )
}
