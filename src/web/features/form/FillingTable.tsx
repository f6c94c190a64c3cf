import type { FillingOut } from '../../../api/form.ts'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** Every time a form was filled, with its files. */
export const FillingTable = ({ form, fillings }: { readonly form: number; readonly fillings: readonly FillingOut[] }) => {
  const { m, w } = useSpeech()
  const words = m.form
  const columns: readonly Column<FillingOut>[] = [
    { key: 'period', title: words.historyColumns.period, lead: true, cell: (row) => w(row.periodTitle) },
    { key: 'day', title: words.historyColumns.day, cell: (row) => <span className="number-text">{row.day}</span> },
    { key: 'by', title: words.historyColumns.by, cell: (row) => row.by },
    { key: 'counts', title: words.historyColumns.counts, numeric: true, cell: ({ counts }) => <span className="number-text">{`${counts.book} / ${counts.typed} / ${counts.none}`}</span> },
    { key: 'journal', title: words.historyColumns.journal, numeric: true, cell: (row) => <span className="number-text">#{row.journal}</span> },
    {
      key: 'file',
      title: words.historyColumns.file,
      cell: (row) =>
        row.mayFetch ? (
          <>
            <a href={fileAddress('form.fetch', { form, filling: row.filling })} download lang="zh-CN">
              {row.name}
            </a>
            {row.beside && (
              <>
                {'　'}
                <a href={fileAddress('form.fetch', { form, filling: row.filling, part: 'source' })} download>
                  {words.sourceSheet}
                </a>
              </>
            )}
          </>
        ) : (
          <span className="faint">{words.notYours}</span>
        ),
    },
  ]
  return (
    <section className="form-history" aria-labelledby="form-history">
      <h2 id="form-history">{words.history}</h2>
      {fillings.length === 0 ? <p className="faint">{words.noHistory}</p> : <DataTable caption={words.history} columns={columns} rows={fillings} keyOf={(row) => row.filling} />}
    </section>
  )
}
