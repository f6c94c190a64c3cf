import { useState } from 'react'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { InstructionList } from './InstructionList.tsx'
import { RecordInstruction } from './RecordInstruction.tsx'
import { SupervisionDialog } from './SupervisionDialog.tsx'
import '../today/today.css'
import './instruction.css'

/** Leaders' instructions with what was made of each, and the way to the supervision items of them all. */
export const InstructionListPage = () => {
  const { m } = useSpeech()
  const { can } = useSession()
  const search = useSearch({ from: '/instructions' })
  const [raising, setRaising] = useState(false)
  const { data } = useCall('instruction.list', { limit: 1 })
  return (
    <div className="page page-reading">
      <p className="crumb">
        <Link to="/report">{m.report.title}</Link>
      </p>
      <PageHead title={m.agree.instruction.title} note={m.agree.instruction.about}>
        {typeof data?.supervisions === 'string' && (
          <Link to="/matters" search={{ whose: 'all', ledger: data.supervisions }}>
            {m.agree.instruction.items}
          </Link>
        )}
        {data !== undefined && may(data.can, 'supervision.create') && <Button onClick={() => setRaising(true)}>{m.agree.instruction.raise}</Button>}
        {may(can, 'instruction.create') && <RecordInstruction report={search.report} />}
      </PageHead>
      <InstructionList />
      {raising && <SupervisionDialog onClose={() => setRaising(false)} />}
    </div>
  )
}
