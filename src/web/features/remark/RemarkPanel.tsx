import { Checkbox, Drawer } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { ProposalForm } from '../proposal/ProposalForm.tsx'
import { RemarkForm } from './RemarkForm.tsx'
import { remarksShown } from './remark-page.ts'
import { RemarkThread } from './RemarkThread.tsx'
import type { Remarks } from './useRemarks.ts'
import './remark.css'

type Props = { readonly it: Remarks; readonly report: ReportOut; readonly onGo: (block: number) => void }

/** The remarks on the report in the order of its text, a page of them, each with its thread; from the right, on a phone from the foot. */
export const RemarkPanel = ({ it, report, onGo }: Props) => {
  const { m } = useSpeech()
  const narrow = useNarrow(720)
  const wide = it.draft?.kind === 'proposal'
  const order = new Map(report.document.blocks.map((block, at) => [block.id, at]))
  const sectionAt = new Map(report.sections.map((section) => [section.entry, section.from]))
  const placeOf = (remark: Remarks['page'][number]): number => order.get(remark.block) ?? sectionAt.get(remark.section) ?? 0
  return (
    <Drawer open title={m.agree.remark.title} onClose={it.close} closable={{ 'aria-label': m.ui.close }} placement={narrow ? 'bottom' : 'right'} size={narrow ? '64%' : wide ? 'min(520px, 44vw)' : 376} mask={false} rootClassName={wide ? 'remark-drawer remark-wide' : 'remark-drawer'} destroyOnHidden>
      {it.draft?.kind === 'remark' && <RemarkForm key={it.draft.block} place={it.draft} onDone={it.drop} />}
      {it.draft?.kind === 'proposal' && <ProposalForm key={it.draft.block} place={it.draft} report={report} onDone={it.drop} />}
      <Checkbox checked={it.onlyOpen} onChange={(event) => it.filter(event.target.checked)}>
        {m.agree.remark.onlyOpen}
      </Checkbox>
      {it.total === 0 ? (
        <EmptyState title={it.onlyOpen ? m.agree.remark.noneOpen : m.agree.remark.none} />
      ) : (
        <ol className="remark-list">
          {it.page.map((remark) => (
            <RemarkThread key={remark.entry} remark={remark} here={remark.block === it.block} gone={!order.has(remark.block)} onGo={() => onGo(placeOf(remark))} />
          ))}
        </ol>
      )}
      {it.total > remarksShown && <Pager offset={it.offset} limit={remarksShown} total={it.total} onMove={it.turn} />}
    </Drawer>
  )
}
