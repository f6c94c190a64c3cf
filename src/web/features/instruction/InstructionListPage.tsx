import { useState } from 'react'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { InstructionOut } from '../../../api/instruction.ts'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { InstructionDialog } from './InstructionDialog.tsx'
import { SupervisionDialog } from './SupervisionDialog.tsx'
import { SupervisionItem } from './SupervisionItem.tsx'
import './instruction.css'

/** Leaders' instructions with what was made of each. */
export const InstructionListPage = () => {
  const { m } = useSpeech()
  const { report } = useSearch({ from: '/instructions' })
  const [adding, setAdding] = useState(false)
  const [raising, setRaising] = useState<InstructionOut>()
  const query = useCall('instruction.list', report === undefined ? {} : { report })
  const add = query.data !== undefined && may(query.data.can, 'instruction.create') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {m.agree.instruction.add}
    </Button>
  )
  return (
    <div className="page page-reading">
      <p className="crumb">
        <Link to="/report">{m.report.title}</Link>
      </p>
      <PageHead title={m.agree.instruction.title} note={m.agree.instruction.about}>
        {add}
      </PageHead>
      <Answer query={query}>
        {({ instructions, can }) =>
          instructions.length === 0 ? (
            <EmptyState title={m.agree.instruction.none} />
          ) : (
            instructions.map((each) => (
              <article key={each.entry} className="instruction">
                <h2>
                  {each.leader} <span className="number-text">{each.day}</span>
                </h2>
                <blockquote>{each.text}</blockquote>
                <p className="instruction-facts">
                  <span className="faint">{m.agree.instruction.by(each.by)}</span>
                  {each.scan !== null && (
                    <a href={fileAddress('instruction.fetch', { instruction: each.entry })} download>
                      {m.agree.instruction.fetch}
                    </a>
                  )}
                  {may(can, 'supervision.create') && (
                    <Button size="small" onClick={() => setRaising(each)}>
                      {m.agree.instruction.raise}
                    </Button>
                  )}
                </p>
                {each.items.length > 0 && (
                  <ul className="plain-list">
                    {each.items.map((item) => (
                      <SupervisionItem key={item.entry} item={item} />
                    ))}
                  </ul>
                )}
              </article>
            ))
          )
        }
      </Answer>
      {adding && <InstructionDialog report={report} onClose={() => setAdding(false)} />}
      {raising !== undefined && <SupervisionDialog instruction={raising} onClose={() => setRaising(undefined)} />}
    </div>
  )
}
