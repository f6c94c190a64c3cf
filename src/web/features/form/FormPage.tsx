import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented, Tabs } from 'antd'
import type { FormOut } from '../../../api/form.ts'
import { call, fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { FillView } from './FillView.tsx'
import { FillingTable } from './FillingTable.tsx'
import { FormDetails } from './FormDetails.tsx'
import { MapView } from './MapView.tsx'
import type { FormDesk } from './useForm.ts'
import { useForm } from './useForm.ts'
import './form.css'

/** One form from above: what fills its blanks, and filling it for a period. */
export const FormPage = () => {
  const { m } = useSpeech()
  const it = useForm()
  return (
    <div className="page page-wide form-page">
      <p className="crumb">
        <Link to="/forms">{m.form.title}</Link>
      </p>
      <Answer query={it.query} lines={12}>
        {(data) => <OpenForm it={it} data={it.shown ?? data} />}
      </Answer>
    </div>
  )
}

const OpenForm = ({ it, data }: { readonly it: FormDesk; readonly data: FormOut }) => {
  const { m } = useSpeech()
  const [dialog, setDialog] = useState<'details' | 'remove'>()
  const navigate = useNavigate()
  const remove = useBookAct((reason: string) => call('form.void', { form: it.form, saw: data.version, reason }), () => void navigate({ to: '/forms' }))
  const words = m.form
  const close = (): void => setDialog(undefined)
  return (
    <>
      <PageHead title={data.title} lang="zh-CN" note={<span lang="zh-CN">{[data.sender, data.due === null ? '' : `${words.due} ${data.due}`].filter((text) => text !== '').join('　')}</span>}>
        {may(data.can, 'form.map') && <Button onClick={() => setDialog('details')}>{words.edit}</Button>}
        <Button href={fileAddress('form.fetch', { form: it.form })} download>
          {words.blank}
        </Button>
        {may(data.can, 'form.void') && (
          <Button danger onClick={() => setDialog('remove')}>
            {words.remove}
          </Button>
        )}
      </PageHead>
      <div className="form-views">
        <Segmented aria-label={words.look} value={it.view} onChange={(view) => it.set({ view, cell: undefined })} options={(['map', 'fill'] as const).map((value) => ({ value, label: words.views[value] }))} />
      </div>
      {data.sheets.length > 1 && <Tabs aria-label={words.sheets} activeKey={it.sheet} onChange={(sheet) => it.set({ sheet, cell: undefined })} items={data.sheets.map(({ name }) => ({ key: name, label: <span lang="zh-CN">{name}</span> }))} />}
      {it.view === 'map' ? <MapView it={it} data={data} /> : <FillView key={`${data.version}/${it.period}`} it={it} data={data} />}
      <FillingTable form={it.form} fillings={data.fillings} />
      {dialog === 'details' && <FormDetails form={data} onClose={close} />}
      {dialog === 'remove' && <ReasonDialog title={words.remove} about={words.removeAbout} act={words.remove} danger busy={remove.isPending} error={remove.error} onClose={close} onReason={(reason) => remove.mutate(reason)} />}
    </>
  )
}
