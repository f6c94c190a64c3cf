import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { numberText } from '../../ui/number-text.ts'
import './linking.css'

/** How many cells nobody had to type, in forms from above and in entries, by month; of no person. */
export const SavedPanel = () => {
  const { m } = useSpeech()
  const query = useCall('saved.read', {})
  return (
    <Answer query={query}>
      {({ total, months }) => (
        <>
          <p className="form-about">{m.linking.savedAbout}</p>
          {months.length === 0 ? (
            <EmptyState title={m.linking.savedNone} />
          ) : (
            <>
              <p className="saved-total">{m.linking.savedTotal(numberText(String(total)))}</p>
              <DataTable
                caption={m.settings.parts.saved}
                rows={months}
                keyOf={({ month }) => month}
                columns={[
                  { key: 'month', title: m.linking.month, lead: true, cell: ({ month }) => <span className="number-text">{month}</span> },
                  { key: 'forms', title: m.linking.formCells, numeric: true, cell: ({ forms }) => numberText(String(forms)) },
                  { key: 'entries', title: m.linking.entryCells, numeric: true, cell: ({ entries }) => numberText(String(entries)) },
                ]}
              />
            </>
          )}
        </>
      )}
    </Answer>
  )
}
