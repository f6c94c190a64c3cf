import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { InstructionList } from './InstructionList.tsx'
import { RecordInstruction } from './RecordInstruction.tsx'
import { SupervisionList } from './SupervisionList.tsx'
import '../today/today.css'
import './instruction.css'

/** Leaders' instructions with what was made of each, and the supervision items of them all. */
export const InstructionListPage = () => {
  const { m } = useSpeech()
  const { can } = useSession()
  const search = useSearch({ from: '/instructions' })
  const navigate = useNavigate({ from: '/instructions' })
  const show = search.show === 'items' ? 'items' : 'instructions'
  return (
    <div className="page page-reading">
      <p className="crumb">
        <Link to="/report">{m.report.title}</Link>
      </p>
      <PageHead title={m.agree.instruction.title} note={m.agree.instruction.about}>
        {may(can, 'instruction.create') && <RecordInstruction report={search.report} />}
      </PageHead>
      {may(can, 'supervision.list') && (
        <Segmented
          className="instruction-show"
          aria-label={m.agree.instruction.title}
          value={show}
          onChange={(next) => void navigate({ search: { ...(search.report === undefined ? {} : { report: search.report }), ...(next === 'items' ? { show: next } : {}) } })}
          options={[{ value: 'instructions', label: m.agree.instruction.title }, { value: 'items', label: m.agree.instruction.items }]}
        />
      )}
      {show === 'items' ? <SupervisionList /> : <InstructionList />}
    </div>
  )
}
