import { Select } from 'antd'
import type { ImportOut } from '../../../api/import.ts'
import { columnName } from '../../../core/importing/cell.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FixedValues } from './FixedValues.tsx'
import type { ImportDesk } from './useImport.ts'

/** Every column of the sheet with what it is taken for; another field is taken by choosing it. */
export const ImportColumns = ({ it, data }: { readonly it: ImportDesk; readonly data: ImportOut }) => {
  const { m, w } = useSpeech()
  const taken = new Set(data.columns.flatMap((column) => column.field ?? []))
  const missing = data.fields.filter((field) => field.required && !taken.has(field.key))
  return (
    <section>
      <h2>{m.import.columns}</h2>
      <p className="faint">{m.import.columnsAbout}</p>
      {missing.length > 0 && data.state === 'ready' && <FixedValues key={JSON.stringify(data.fixed)} it={it} data={data} fields={missing} />}
      <DataTable
        caption={m.import.columns}
        rows={data.columns}
        keyOf={(column) => column.at}
        columns={[
          { key: 'at', title: m.import.column, cell: (column) => <span className="number-text">{columnName(column.at)}</span> },
          { key: 'title', title: m.import.titleOf, lead: true, cell: (column) => (column.unit === null ? column.title : `${column.title}（${column.unit}）`) },
          { key: 'samples', title: m.import.samples, cell: (column) => <span className="import-samples">{column.samples.join('　')}</span> },
          {
            key: 'field',
            title: m.import.field,
            cell: (column) => (
              <Select
                size="small"
                aria-label={`${m.import.field} ${column.title}`}
                className="import-field"
                value={column.field ?? ''}
                disabled={data.state !== 'ready'}
                onChange={(field: string) => it.map.mutate({ columns: choose(data, column.at, field === '' ? null : field) })}
                showSearch={{ optionFilterProp: 'label' }}
                options={[{ value: '', label: m.import.ignore }, ...data.fields.map((field) => ({ value: field.key, label: `${w(field.title)}${field.unit === null ? '' : `（${field.unit}）`}${field.required ? ' *' : ''}` }))]}
              />
            ),
          },
          { key: 'by', title: '', cell: (column) => <span className="faint">{column.by === null ? '' : m.import.by[column.by]}</span> },
        ]}
      />
    </section>
  )
}

/** The choice of one column beside what was chosen before; a field taken from another column leaves that. */
const choose = (data: ImportOut, at: number, field: string | null): { at: number; field: string | null }[] => [
  ...data.columns.filter((column) => column.at !== at && (column.by === 'chosen' || (field !== null && column.field === field))).map((column) => ({ at: column.at, field: column.field === field ? null : column.field })),
  { at, field },
]
