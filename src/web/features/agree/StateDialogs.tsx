import type { ReportOut } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { MovedFigures } from './MovedFigures.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import type { StateAct } from './StateLine.tsx'
import { useBookAct } from './useBookAct.ts'

type Props = { readonly act: StateAct; readonly report: ReportOut; readonly errors: number; readonly onClose: () => void }

/** The dialogs of moving, freezing and thawing a report; each says what it does before it is done. */
export const StateDialogs = ({ act, report, errors, onClose }: Props) => {
  const { m } = useSpeech()
  const { freeze } = report
  const held = { freeze: freeze?.entry ?? 0, saw: freeze?.version ?? 0 }
  const create = useBookAct(() => call('freeze.create', { report: report.entry, saw: report.version }), onClose)
  const ask = useBookAct((reason: string) => call('freeze.ask', { ...held, reason }), onClose)
  const approve = useBookAct(() => call('freeze.approve', held), onClose)
  const refuse = useBookAct((reason: string) => call('freeze.refuse', { ...held, reason }), onClose)
  switch (act) {
    case 'move':
      return <MoveDialog report={report} onClose={onClose} />
    case 'freeze':
      return (
        <FormDialog title={m.agree.freeze} about={m.agree.freezeAbout} act={m.agree.freezeAct} ready={errors === 0} busy={create.isPending} error={create.error} onSubmit={() => create.mutate(undefined)} onClose={onClose}>
          {errors > 0 && <p role="alert">{m.agree.mustSettle(errors)}</p>}
        </FormDialog>
      )
    case 'ask':
      return (
        <ReasonDialog title={m.agree.askThaw} about={m.agree.askThawAbout} act={m.agree.askThaw} busy={ask.isPending} error={ask.error} onClose={onClose} onReason={(reason) => ask.mutate(reason)} />
      )
    case 'approve':
      return (
        <FormDialog title={m.agree.approve} about={m.agree.approveAbout} act={m.agree.approve} ready busy={approve.isPending} error={approve.error} onSubmit={() => approve.mutate(undefined)} onClose={onClose}>
          {freeze !== null && (
            <>
              <p className="faint">{m.agree.frozenBy(freeze.by, momentText(freeze.recordedAt))}</p>
              <MovedFigures moved={freeze.moved} />
            </>
          )}
        </FormDialog>
      )
    case 'refuse':
      return <ReasonDialog title={m.agree.refuseTitle} act={m.agree.refuse} busy={refuse.isPending} error={refuse.error} onClose={onClose} onReason={(reason) => refuse.mutate(reason)} />
    default:
      return act satisfies never
  }
}
