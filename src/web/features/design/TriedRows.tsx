import type { TriedRow } from '../../../api/design.ts'
import { importFields } from '../../../core/importing/import-fields.ts'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { isNumeric } from '../../fields/fields.ts'
import { CutText } from '../../ui/CutText.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { headOf } from '../ledger/columns.ts'

/** So many fields are shown; a table wider than that is looked at in the import. */
const mostShown = 24

/** The first rows of the sheet read by the design as it stands, each problem in its cell. */
export const TriedRows = ({ ledger, rows, busy }: { readonly ledger: Ledger; readonly rows: readonly TriedRow[]; readonly busy: boolean }) => {
  const { m, w, lang } = useSpeech()
  return (
    <section className="design-tried" aria-busy={busy}>
      <h2>{m.design.tried}</h2>
      <p className="faint">{m.design.triedAbout}</p>
      <DataTable
        caption={m.design.tried}
        rows={rows}
        keyOf={(row) => row.row}
        columns={[
          { key: 'row', title: m.design.row, cell: (row) => <span className="number-text">{row.row}</span> },
          ...importFields(ledger)
            .slice(0, mostShown)
            .map((field) => ({
              key: field.key,
              title: headOf(field, lang),
              numeric: isNumeric(field),
              cell: (row: TriedRow) => {
                const cell = row.cells[field.key]
                if (cell === undefined) return null
                if (cell.problem !== null) return <span className="design-wrong">{w(cell.problem)}</span>
                const text = cell.text === null ? '' : w(cell.text)
                return isNumeric(field) ? <NumberCell value={text} /> : <CutText text={text} />
              },
            })),
        ]}
      />
    </section>
  )
}
