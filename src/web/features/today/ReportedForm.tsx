import { systemLedgers } from '../../../core/ledger/system.ts'
import { period as periodOf } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'
import { useCall } from '../../app/useCall.ts'
import { unitWords } from '../../ui/unit-words.ts'
import { EntryForm } from '../ledger/EntryForm.tsx'
import './today.css'

type Props = { readonly measure: string; readonly period: string; readonly onClose: () => void }

const reported = systemLedgers.find((ledger) => ledger.key === 'reported')
const fixed = ['measure', 'org', 'period', 'day']

/** Enters one reported value: measure, period and last day are known, the rest is asked. */
export const ReportedForm = ({ measure, period, onClose }: Props) => {
  const { m, lang } = useSpeech()
  const { root } = useOrgs()
  const figure = useCall('figure.list', { period, measures: measure }).data?.figures[0]
  if (reported === undefined || root === undefined) return null
  return (
    <div className="reported-form">
      {figure !== undefined && <p className="form-hint">{m.today.printedIn(unitWords(figure.unit, lang))}</p>}
      <EntryForm ledger={reported} act="create" entry={undefined} start={{ measure, org: root, period, day: periodOf(period).to, status: 'flash' }} fixed={fixed} onDone={onClose} onCancel={onClose} />
    </div>
  )
}
