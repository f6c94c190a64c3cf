import { Link, useSearch } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { GiveForm } from './GiveForm.tsx'
import { ProcedureOf } from './ProcedureOf.tsx'
import './procedure.css'

/** Every ledger that follows a procedure; one of them in full; and the way a ledger without one comes to it. */
export const ProcedurePanel = () => {
  const { ledger } = useSearch({ from: '/settings' })
  return ledger === undefined ? <ProcedureTable /> : <ProcedureOf key={ledger} ledger={ledger} />
}

const ProcedureTable = () => {
  const { m, w } = useSpeech()
  const { can } = useSession()
  const { query } = useLedgers()
  const told = m.procedure
  return (
    <>
      <p className="form-about">{told.about}</p>
      <Answer query={query}>
        {({ ledgers }) => {
          const having = ledgers.filter(({ ledger }) => ledger.procedure !== undefined)
          return (
            <>
              {having.length === 0 ? (
                <EmptyState title={told.none} />
              ) : (
                <DataTable
                  caption={m.settings.parts.procedures}
                  rows={having}
                  keyOf={({ ledger }) => ledger.key}
                  columns={[
                    {
                      key: 'ledger',
                      title: told.ledger,
                      lead: true,
                      wide: true,
                      cell: ({ ledger }) => (
                        <Link to="/settings" search={{ part: 'procedures', ledger: ledger.key }}>
                          {w(ledger.title)}
                        </Link>
                      ),
                    },
                    { key: 'owner', title: told.owner, cell: ({ ownerName }) => w(ownerName) },
                    { key: 'states', title: told.states, numeric: true, cell: ({ ledger }) => ledger.procedure?.states.length },
                    { key: 'steps', title: told.steps, numeric: true, cell: ({ ledger }) => ledger.procedure?.steps.length },
                    { key: 'clocks', title: told.clocks, numeric: true, cell: ({ ledger }) => ledger.procedure?.clocks.length },
                  ]}
                />
              )}
              {may(can, 'ledger.declare') && <GiveForm ledgers={ledgers.map(({ ledger }) => ledger).filter(({ procedure, shape, system }) => procedure === undefined && shape === 'event' && system !== true)} />}
            </>
          )
        }}
      </Answer>
    </>
  )
}
