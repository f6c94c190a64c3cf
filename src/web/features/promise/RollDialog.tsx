import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReportOut } from '../../../api/report.ts'
import { following, period } from '../../../core/time/period.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PeriodPicker } from '../../ui/PeriodPicker.tsx'

const kinds = ['half', 'quarter', 'month', 'year'] as const

/** Asks for the period of the next report and begins it from this one. */
export const RollDialog = ({ report, onClose }: { report: ReportOut; onClose: () => void }) => {
  const { m } = useSpeech()
  const navigate = useNavigate()
  const [next, setNext] = useState(() => following(period(report.period)).key)
  const roll = useMutation({
    mutationFn: () => call('report.roll', { from: report.entry, period: next }),
    onSuccess: async (begun) => {
      await rereadBook()
      onClose()
      await navigate({ to: '/report', search: { period: begun.period } })
    },
  })
  return (
    <FormDialog title={m.speech.rollTitle} about={m.speech.rollAbout} act={m.speech.rollAct} ready busy={roll.isPending} error={roll.error} onSubmit={() => roll.mutate()} onClose={onClose}>
      <PeriodPicker value={next} kinds={kinds} onChange={setNext} />
    </FormDialog>
  )
}
