import { useState } from 'react'
import { Checkbox, Drawer } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { ProposalForm } from '../proposal/ProposalForm.tsx'
import { RemarkForm } from './RemarkForm.tsx'
import { RemarkThread } from './RemarkThread.tsx'
import type { Remarks } from './useRemarks.ts'

type Props = { readonly it: Remarks; readonly report: ReportOut; readonly onGo: (block: number) => void }

/** Every remark on the report in the order of its text, each with its thread; from the right, on a phone from the foot. */
export const RemarkPanel = ({ it, report, onGo }: Props) => {
  const { m } = useSpeech()
  const narrow = useNarrow(720)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const order = new Map(report.document.blocks.map((block, at) => [block.id, at]))
  const sectionAt = new Map(report.sections.map((section) => [section.entry, section.from]))
  const placeOf = (remark: Remarks['remarks'][number]): number => order.get(remark.block) ?? sectionAt.get(remark.section) ?? 0
  const shown = it.remarks.filter((remark) => !onlyOpen || remark.state === 'open').sort((a, b) => placeOf(a) - placeOf(b) || a.entry - b.entry)
  return (
    <Drawer open title={m.agree.remark.title} onClose={it.close} closable={{ 'aria-label': m.ui.close }} placement={narrow ? 'bottom' : 'right'} size={narrow ? '64%' : it.draft?.kind === 'proposal' ? 520 : 376} mask={false} className="remark-drawer" destroyOnHidden>
      {it.draft?.kind === 'remark' && <RemarkForm key={it.draft.block} place={it.draft} onDone={it.drop} />}
      {it.draft?.kind === 'proposal' && <ProposalForm key={it.draft.block} place={it.draft} report={report} onDone={it.drop} />}
      <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
        {m.agree.remark.onlyOpen}
      </Checkbox>
      {shown.length === 0 ? (
        <EmptyState title={onlyOpen ? m.agree.remark.noneOpen : m.agree.remark.none} />
      ) : (
        <ol className="remark-list">
          {shown.map((remark) => (
            <RemarkThread key={remark.entry} remark={remark} here={remark.block === it.block} gone={!order.has(remark.block)} onGo={() => onGo(placeOf(remark))} />
          ))}
        </ol>
      )}
    </Drawer>
  )
}
