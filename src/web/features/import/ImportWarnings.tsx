import type { ImportOut } from '../../../api/import.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { numberText } from '../../ui/number-text.ts'

/** Codes and numbers that look wrong in rows that are taken all the same; what they are is not shown again. */
export const ImportWarnings = ({ data }: { readonly data: ImportOut }) => {
  const { m, w } = useSpeech()
  if (data.warnings.length === 0) return null
  return (
    <section>
      <h2>{m.import.warnings}</h2>
      <p className="faint">
        {m.import.warningsAbout} {data.warned > data.warnings.length && m.import.warningsMore(numberText(String(data.warned)))}
      </p>
      <DataTable
        caption={m.import.warnings}
        rows={data.warnings.map((warning, at) => ({ ...warning, at }))}
        keyOf={(warning) => warning.at}
        columns={[
          { key: 'cell', title: m.import.cell, lead: true, cell: (warning) => <span className="number-text">{warning.cell}</span> },
          { key: 'title', title: m.import.titleOf, cell: (warning) => warning.title },
          { key: 'warning', title: m.import.warned, cell: (warning) => w(warning.message) },
        ]}
      />
    </section>
  )
}
