import { useEffect, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useMutation } from '@tanstack/react-query'
import type { Field } from '../../../core/ledger/field.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import type { Purpose } from './PurposeRows.tsx'
import { isSaid, PurposeRows } from './PurposeRows.tsx'
import { WhyHidden } from './WhyHidden.tsx'
import './personal.css'

type Props = { readonly ledger: Ledger; readonly entry: number; readonly field: Field; readonly reveal: boolean; readonly erase: boolean; readonly children: ReactNode }

type Shown = { readonly value: string; readonly number: number; readonly left: number }

/** A masked field as it is covered, and beside it the way to see it for a purpose, for half a minute, and why it is covered. The value is kept in this place only. */
export const RevealedField = ({ ledger, entry, field, reveal, erase, children }: Props) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [asking, setAsking] = useState<'reveal' | 'erase'>()
  const [purpose, setPurpose] = useState<Purpose>({ purpose: 'handle', note: '' })
  const [shown, setShown] = useState<Shown>()
  const [asked, setAsked] = useState<number>()
  const name = `${w(ledger.title)} #${entry}`
  const show = useMutation({
    mutationFn: () => call('entry.reveal', { ledger: ledger.key, entry, field: field.key, purpose: purpose.purpose, note: purpose.note.trim() }),
    onSuccess: ({ value, seconds, number }) => {
      setShown({ value, number, left: seconds })
      setAsking(undefined)
      void client.invalidateQueries({ queryKey: ['read.list'] })
    },
    gcTime: 0,
  })
  const propose = useBookAct((reason: string) => call('erasure.propose', { ledger: ledger.key, entry, field: field.key, reason }), ({ id: number }) => {
    setAsked(number)
    setAsking(undefined)
  })
  const { reset } = show
  const left = shown?.left
  useEffect(() => {
    if (left === undefined) return undefined
    const timer = setTimeout(() => {
      setShown((before) => (before === undefined || before.left <= 1 ? undefined : { ...before, left: before.left - 1 }))
      if (left <= 1) reset()
    }, 1000)
    return () => clearTimeout(timer)
  }, [left, reset])
  return (
    <>
      {shown === undefined ? (
        <span className="revealing">
          {children}
          {reveal && (
            <Button size="small" onClick={() => setAsking('reveal')} aria-label={m.personal.reveal.title(w(field.title), name)}>
              {m.personal.reveal.act}
            </Button>
          )}
          <WhyHidden about={{ ledger: ledger.key, field: field.key }} label={m.personal.why.askField} />
          {erase && asked === undefined && (
            <Button type="link" danger size="small" onClick={() => setAsking('erase')} aria-label={m.personal.erasure.title(w(field.title), name)}>
              {m.personal.erasure.act}
            </Button>
          )}
          {asked !== undefined && <span role="status">{m.personal.erasure.asked(asked)}</span>}
        </span>
      ) : (
        <span className="revealed" role="status">
          <b className="number-text">{shown.value}</b>
          <Button size="small" onClick={() => setShown(undefined)}>
            {m.personal.reveal.hide}
          </Button>
          <small>
            <span aria-live="off">{m.personal.reveal.left(shown.left)}</span> · {m.personal.reveal.recorded(shown.number)}
          </small>
        </span>
      )}
      {asking === 'reveal' && (
        <FormDialog title={m.personal.reveal.title(w(field.title), name)} about={m.personal.reveal.about} act={m.personal.reveal.act} ready={isSaid(purpose)} busy={show.isPending} error={show.error} onSubmit={() => show.mutate()} onClose={() => setAsking(undefined)}>
          <PurposeRows id={id} value={purpose} onChange={setPurpose} />
        </FormDialog>
      )}
      {asking === 'erase' && (
        <ReasonDialog title={m.personal.erasure.title(w(field.title), name)} about={m.personal.erasure.about} act={m.personal.erasure.act} danger busy={propose.isPending} error={propose.error} onClose={() => setAsking(undefined)} onReason={(reason) => propose.mutate(reason)} />
      )}
    </>
  )
}
