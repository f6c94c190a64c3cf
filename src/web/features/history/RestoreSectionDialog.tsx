import type { ComparisonOut } from '../../../api/history.ts'
import type { ReportOut } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { MarkedText } from '../agree/MarkedText.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

type Props = { readonly earlier: ComparisonOut['sections'][number]; readonly changes: ComparisonOut['changes']; readonly report: ReportOut; readonly onClose: () => void }

/** Puts a section back whole as an earlier version had it, or sets it in again where it was taken out. */
export const RestoreSectionDialog = ({ earlier, changes, report, onClose }: Props) => {
  const { m } = useSpeech()
  const section = report.sections.find((each) => each.entry === earlier.entry)
  const blocks = [...earlier.blocks]
  const restore = useBookAct(async () => {
    if (section !== undefined) await call('section.write', { section: section.entry, saw: section.version, blocks })
    else await call('section.create', { report: report.entry, after: earlier.after, org: earlier.org, budget: earlier.budget, blocks })
  }, onClose)
  const touched = changes.filter((change) => change.section === earlier.entry && (change.kind !== 'same' || change.moved))
  return (
    <FormDialog title={m.agree.history.restoreSectionOf(earlier.title)} about={section === undefined ? m.agree.history.restoreGone : m.agree.history.restoreWhole} act={m.agree.history.restoreAct} ready busy={restore.isPending} error={restore.error} onSubmit={() => restore.mutate(undefined)} onClose={onClose}>
      <div className="restore-changes">
        {touched.map((change) => (
          <MarkedText key={change.id} change={change} />
        ))}
      </div>
    </FormDialog>
  )
}
