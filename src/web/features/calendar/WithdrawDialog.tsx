import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

type Props = { readonly notice: OutputOf<'calendar.read'>['notices'][number]; readonly onDone: (moved: number) => void; readonly onClose: () => void }

/** Withdraws a year's notice: what it is for, and why. */
export const WithdrawDialog = ({ notice, onDone, onClose }: Props) => {
  const told = useSpeech().m.calendar
  const withdraw = useBookAct((reason: string) => call('calendar.withdraw', { year: notice.year, saw: notice.version, reason }), ({ moved }) => onDone(moved))
  return <ReasonDialog title={told.withdraw(notice.year)} about={told.withdrawAbout(notice.year)} act={told.withdrawAct} danger busy={withdraw.isPending} error={withdraw.error} onClose={onClose} onReason={withdraw.mutate} />
}
