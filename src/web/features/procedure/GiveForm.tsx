import { useId, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { withProcedure } from '../../../core/matter/change-procedure.ts'
import { procedureProblems } from '../../../core/matter/procedure-problem.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { call } from '../../app/call.ts'
import { ApiError } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { ProblemLines } from './ProblemLines.tsx'

/** A ledger without a procedure is given one of the pack, or that of another ledger, as it is; it is changed afterwards. */
export const GiveForm = ({ ledgers }: { readonly ledgers: readonly Ledger[] }) => {
  const { m, w, lang } = useSpeech()
  const told = m.procedure
  const id = useId()
  const navigate = useNavigate({ from: '/settings' })
  const [to, setTo] = useState<string>()
  const [from, setFrom] = useState<string>()
  const choices = useCall('procedure.list', {})
  const seen = useCall('procedure.read', { ledger: to ?? '' }, { enabled: to !== undefined })
  const chosen = choices.data?.procedures.find(({ key, of }) => `${of} ${key}` === from)
  const standing = seen.data?.ledger as Ledger | undefined
  const next = standing === undefined || chosen === undefined ? undefined : withProcedure(standing, chosen.procedure, chosen.fields)
  const problems = next?.procedure === undefined ? [] : procedureProblems(next.procedure, next)
  const added = next?.fields.filter((field) => field.fixed !== true && standing?.fields.some(({ key }) => key === field.key) !== true) ?? []
  const give = useBookAct(() => call('ledger.declare', { ledger: next as Ledger, saw: seen.data?.saw ?? 0 }), () => void navigate({ search: { part: 'procedures', ledger: to } }))
  const fields = give.error instanceof ApiError ? give.error.fields.map(({ message }) => message) : []
  const mine = seen.data === undefined || may(seen.data.can, 'ledger.declare')
  return (
    <form
      className="procedure-give"
      aria-label={told.give}
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate(undefined)
      }}
    >
      <h3>{told.give}</h3>
      <Refused error={give.error} />
      <ProblemLines said={[...problems.map(({ said }) => said), ...fields]} />
      <FormRow id={`${id}-to`} label={told.giveTo} problem={mine ? undefined : m.ui.otherPost}>
        <Select id={`${id}-to`} className="field-select" value={to} onChange={setTo} showSearch={{ optionFilterProp: 'label' }} options={ledgers.map((ledger) => ({ value: ledger.key, label: ledger.title[lang] }))} virtual={false} />
      </FormRow>
      <FormRow id={`${id}-from`} label={told.giveFrom} hint={next === undefined ? undefined : `${told.giveAbout(seen.data?.entries ?? 0)} ${told.giveFields(added.map(({ title }) => w(title)))}`}>
        <Select
          id={`${id}-from`}
          className="field-select"
          value={from}
          onChange={setFrom}
          showSearch={{ optionFilterProp: 'label' }}
          options={choices.data?.procedures.map(({ key, of, title }) => ({ value: `${of} ${key}`, label: `${w(title)} · ${of === 'pack' ? told.ofPack : told.ofTown}` }))}
          virtual={false}
        />
      </FormRow>
      <div className="form-acts">
        <Button htmlType="submit" disabled={next === undefined || problems.length > 0 || !mine} loading={give.isPending}>
          {told.giveAct}
        </Button>
      </div>
    </form>
  )
}
