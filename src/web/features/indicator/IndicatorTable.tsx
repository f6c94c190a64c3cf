import type { IndicatorOut, IndicatorRowOut } from '../../../api/indicator.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { ChangeText } from '../../ui/ChangeText.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { unitWords } from '../../ui/unit-words.ts'

const lamps = { ahead: 'lamp lamp-kept', even: 'lamp', behind: 'lamp lamp-behind', met: 'lamp lamp-kept', unmet: 'lamp' } as const
const signs = { ahead: '●', even: '○', behind: '▲', met: '●', unmet: '○' } as const

/** The rows of the table under the columns asked; each value opens the rows it is made of. */
export const IndicatorTable = ({ table }: { readonly table: IndicatorOut }) => {
  const { m, w, lang } = useSpeech()
  const { open } = useOpenFigure()
  const words = m.indicator
  const cellOf = (row: IndicatorRowOut, column: IndicatorOut['columns'][number]) => {
    switch (column) {
      case 'value':
        return (
          <button type="button" className="figure-run" onClick={() => open({ measure: row.measure, period: table.period, org: table.org })}>
            <Marked value={row.value} mark={row.mark === null ? undefined : words.marks[row.mark]} />
          </button>
        )
      case 'toDate':
        return <Marked value={row.toDate} mark={row.toDateMark === null ? undefined : words.marks[row.toDateMark]} />
      case 'target':
        return <NumberCell value={row.target} />
      case 'completion':
      case 'time':
        return <NumberCell value={row[column]} unit={row[column] === null ? '' : '%'} />
      case 'change':
        return <ChangeText change={row.change} />
      case 'toDateChange':
        return <ChangeText change={row.toDateChange} />
      case 'place':
        return <span className="number-text">{row.place === null ? '—' : `${row.place.place}/${row.place.among}`}</span>
      case 'pace':
        return row.standing === null ? (
          '—'
        ) : (
          <span className={`${lamps[row.standing]} number-text`}>
            <i aria-hidden="true">{signs[row.standing]}</i>
            {words.standings[row.standing]}
            {row.pace !== null && row.standing !== 'even' && ` ${words.points(row.pace.replace('-', ''))}`}
          </span>
        )
      default:
        return column satisfies never
    }
  }
  const columns: Column<IndicatorRowOut>[] = [
    { key: 'measure', title: words.measure, lead: true, wide: true, cell: (row) => w(row.title) },
    { key: 'unit', title: words.unit, line: true, cell: (row) => unitWords(row.unit, lang) },
    ...table.columns.map((column): Column<IndicatorRowOut> => ({ key: column, title: words.columnTitles[column], numeric: column !== 'pace', line: true, cell: (row) => cellOf(row, column) })),
    ...table.orgs.flatMap((org, at): Column<IndicatorRowOut>[] => [
      { key: org.code, title: w(org.name), numeric: true, cell: (row) => <NumberCell value={row.parts[at]?.value ?? null} /> },
      { key: `${org.code}-share`, title: words.share, numeric: true, cell: (row) => <NumberCell value={row.parts[at]?.share ?? null} unit={row.parts[at]?.share == null ? '' : '%'} /> },
    ]),
  ]
  return <DataTable caption={table.title} columns={columns} rows={table.rows} keyOf={(row) => row.measure} />
}

const Marked = ({ value, mark }: { readonly value: string | null; readonly mark: string | undefined }) => (
  <>
    {mark !== undefined && value !== null && <span className="badge">{mark}</span>} <NumberCell value={value} />
  </>
)
