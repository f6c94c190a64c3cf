import { useId, useState } from 'react'
import { Button, InputNumber } from 'antd'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

/** Limits the town sets for itself. */
export const LimitPanel = () => {
  const { m } = useSpeech()
  const query = useCall('setting.list', {})
  return (
    <Answer query={query}>
      {({ settings, can }) => (
        <>
          <p className="form-about">{m.personal.limits.about}</p>
          {settings.map((setting) => (
            <Limit key={`${setting.key}/${setting.saw ?? 0}`} setting={setting} mayChange={may(can, 'setting.change')} />
          ))}
        </>
      )}
    </Answer>
  )
}

const Limit = ({ setting, mayChange }: { setting: OutputOf<'setting.list'>['settings'][number]; mayChange: boolean }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [value, setValue] = useState(setting.value)
  const save = useBookAct(() => call('setting.change', { key: setting.key, value, saw: setting.saw }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== setting.value) save.mutate(undefined)
      }}
    >
      <Refused error={save.error} />
      <FormRow id={id} label={w(setting.title)} hint={`${w(setting.about)} ${m.personal.limits.range(setting.least, setting.most)} ${w(setting.unit)}`}>
        <InputNumber id={id} aria-describedby={`${id}-note`} min={setting.least} max={setting.most} precision={0} disabled={!mayChange} value={value} onChange={(next) => setValue(next ?? setting.value)} suffix={w(setting.unit)} />
      </FormRow>
      {mayChange && (
        <div className="form-acts">
          <Button htmlType="submit" type="primary" disabled={value === setting.value} loading={save.isPending}>
            {m.personal.limits.save}
          </Button>
          {save.isSuccess && <span role="status">{m.personal.limits.saved}</span>}
        </div>
      )}
    </form>
  )
}
