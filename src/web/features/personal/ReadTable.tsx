import { Link } from '@tanstack/react-router'
import type { ReadOut } from '../../../api/personal.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { numberText } from '../../ui/number-text.ts'

/** Reads of personal data, newest first. */
export const ReadTable = ({ reads }: { reads: readonly ReadOut[] }) => {
  const { m, w } = useSpeech()
  const words = m.personal.reads
  return (
    <DataTable
      caption={words.title}
      rows={reads}
      keyOf={(row) => row.number}
      columns={[
        { key: 'number', title: words.number, cell: (row) => <span className="number-text">{row.number}</span> },
        { key: 'at', title: words.at, lead: true, cell: (row) => <span className="number-text">{momentText(row.recordedAt)}</span> },
        { key: 'by', title: words.by, cell: (row) => `${row.by}${row.mine ? words.me : ''}` },
        { key: 'what', title: words.what, cell: (row) => `${words.verbs[row.verb]} ${row.fields.map(w).join(m.ui.comma)}` },
        {
          key: 'which',
          title: words.which,
          cell: (row) =>
            row.entry === null ? (
              `${w(row.ledgerTitle)}${row.rows === null ? '' : ` ${words.rows(numberText(String(row.rows)))}`}`
            ) : (
              <Link to="/ledgers/$ledger" params={{ ledger: row.ledger }} search={{ entry: String(row.entry) }}>
                {w(row.ledgerTitle)} #{row.entry}
              </Link>
            ),
        },
        { key: 'purpose', title: words.purpose, cell: (row) => [row.purpose === null ? '' : w(row.purpose), row.note].filter((each) => each !== '').join(' · ') },
      ]}
    />
  )
}
