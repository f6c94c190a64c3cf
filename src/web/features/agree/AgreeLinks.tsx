import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import type { Remarks } from '../remark/useRemarks.ts'

/** What is said about a report beside its text: remarks, proposed wording, instructions, and how it came about. */
export const AgreeLinks = ({ report, remarks }: { report: ReportOut; remarks: Remarks }) => {
  const { m } = useSpeech()
  const { can } = useSession()
  const search = { report: String(report.entry) }
  return (
    <>
      {remarks.listed && (
        <Button size="small" onClick={() => remarks.show()} {...(remarks.open > 0 && { title: m.agree.remark.waiting(remarks.open) })}>
          {remarks.open > 0 ? `${m.agree.remark.count(remarks.count)} · ${m.agree.remark.waiting(remarks.open)}` : m.agree.remark.count(remarks.count)}
        </Button>
      )}
      {may(can, 'proposal.list') && (
        <Link to="/report/proposals" search={search}>
          {m.agree.proposal.count(remarks.proposals)}
        </Link>
      )}
      {may(can, 'report.history') && (
        <Link to="/report/history" search={search}>
          {m.agree.history.short}
        </Link>
      )}
      {may(can, 'instruction.list') && (
        <Link to="/instructions" search={search}>
          {m.agree.instruction.title}
        </Link>
      )}
    </>
  )
}
