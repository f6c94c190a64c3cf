import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ClockTable } from './ClockTable.tsx'
import { FlowList } from './FlowList.tsx'
import { ProcedureForm } from './ProcedureForm.tsx'
import { ReminderTable } from './ReminderTable.tsx'
import { StepTable } from './StepTable.tsx'
import { VersionTable } from './VersionTable.tsx'

/** The procedure of one ledger: read by everybody who may open the ledger, changed by who keeps it. */
export const ProcedureOf = ({ ledger }: { readonly ledger: string }) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const query = useCall('procedure.read', { ledger }, { keep: true })
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  return (
    <>
      <p className="crumb">
        <Link to="/settings" search={{ part: 'procedures' }}>
          {told.back}
        </Link>
      </p>
      <Answer query={query}>
        {(read) => {
          const { procedure } = read.ledger
          if (procedure === undefined) return <EmptyState title={told.none} />
          return (
            <>
              <div className="procedure-head">
                <h3>{w(read.ledger.title)}</h3>
                {may(read.can, 'ledger.declare') && (
                  <Button
                    onClick={() => {
                      setSaved(false)
                      setEditing(!editing)
                    }}
                  >
                    {editing ? told.stopEditing : told.edit}
                  </Button>
                )}
              </div>
              {saved && (
                <p role="status" className="procedure-saved">
                  {told.saved}
                </p>
              )}
              {editing ? (
                <ProcedureForm
                  key={read.saw}
                  ledger={read.ledger as Ledger}
                  procedure={procedure}
                  standing={read.standing}
                  saw={read.saw}
                  onSaved={() => {
                    setEditing(false)
                    setSaved(true)
                  }}
                />
              ) : (
                <>
                  <FlowList procedure={procedure} />
                  <StepTable procedure={procedure} />
                  <ClockTable procedure={procedure} />
                  <ReminderTable procedure={procedure} />
                </>
              )}
              <VersionTable versions={read.versions} />
            </>
          )
        }}
      </Answer>
    </>
  )
}
