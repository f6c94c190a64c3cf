import { useState } from 'react'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { numberText } from '../../ui/number-text.ts'
import { Pager } from '../../ui/Pager.tsx'
import { UndoImport } from './UndoImport.tsx'

const size = 20

/** What was imported into a ledger before, the last first. */
export const ImportHistory = ({ ledger }: { readonly ledger: string }) => {
  const { m } = useSpeech()
  const { can } = useSession()
  const [offset, setOffset] = useState(0)
  const query = useCall('import.list', { ledger, offset, limit: size }, { keep: true })
  return (
    <section className="import-history">
      <h2>{m.import.history}</h2>
      <Answer query={query} lines={3}>
        {(data) =>
          data.imports.length === 0 ? (
            <p className="faint">{m.import.none}</p>
          ) : (
            <>
              <DataTable
                caption={m.import.history}
                rows={data.imports}
                keyOf={(each) => each.entry}
                columns={[
                  { key: 'day', title: m.import.day, cell: (each) => <span className="number-text">{each.day}</span> },
                  { key: 'file', title: m.import.file, lead: true, cell: (each) => each.name },
                  { key: 'who', title: m.import.who, cell: (each) => each.by },
                  { key: 'state', title: m.import.state, cell: (each) => m.import.states[each.state] },
                  { key: 'created', title: m.import.counts['create'] ?? '', numeric: true, cell: (each) => numberText(String(each.created)) },
                  { key: 'corrected', title: m.import.counts['correct'] ?? '', numeric: true, cell: (each) => numberText(String(each.corrected)) },
                  { key: 'rejected', title: m.import.counts['problem'] ?? '', numeric: true, cell: (each) => numberText(String(each.rejected)) },
                  { key: 'undo', title: '', cell: (each) => (each.state !== 'undone' && may(can, 'batch.undo') ? <UndoImport batch={each.batch} name={each.name} /> : '') },
                ]}
              />
              <Pager offset={offset} limit={size} total={data.total} onMove={setOffset} />
            </>
          )
        }
      </Answer>
    </section>
  )
}
