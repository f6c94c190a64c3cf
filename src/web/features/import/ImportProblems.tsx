import type { ImportOut } from '../../../api/import.ts'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { numberText } from '../../ui/number-text.ts'

/** Every problem at its cell. */
export const ImportProblems = ({ data }: { readonly data: ImportOut }) => {
  const { m, w } = useSpeech()
  if (data.problems.length === 0) return null
  return (
    <section>
      <h2>{m.import.problems}</h2>
      <p className="import-fetch">
        <a href={fileAddress('import.problems', { import: data.import })} download>
          {m.import.fetchProblems}
        </a>
      </p>
      {data.counts.problem > new Set(data.problems.map((problem) => problem.row)).size && <p className="faint">{m.import.problemsMore(numberText(String(data.counts.problem)))}</p>}
      <DataTable
        caption={m.import.problems}
        rows={data.problems.map((problem, at) => ({ ...problem, at }))}
        keyOf={(problem) => problem.at}
        columns={[
          { key: 'cell', title: m.import.cell, lead: true, cell: (problem) => <span className="number-text">{problem.cell}</span> },
          { key: 'title', title: m.import.titleOf, cell: (problem) => problem.title },
          { key: 'problem', title: m.import.problem, cell: (problem) => w(problem.message) },
        ]}
      />
    </section>
  )
}
