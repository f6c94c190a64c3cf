import type { ImportOut } from '../../../api/import.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { CutText } from '../../ui/CutText.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** Some rows as they will stand; of an update what was and what will be. */
export const ImportExamples = ({ data }: { readonly data: ImportOut }) => {
  const { m, w } = useSpeech()
  const shown = data.examples.filter((example) => example.does !== 'same')
  const used = data.fields.filter((field) => shown.some((example) => example.fields.some((each) => each.field === field.key)))
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{m.import.examples}</h2>
      <DataTable
        caption={m.import.examples}
        rows={shown}
        keyOf={(example) => example.row}
        columns={[
          { key: 'row', title: m.import.row, lead: true, cell: (example) => <span className="number-text">{example.row}</span> },
          { key: 'does', title: '', cell: (example) => <>{m.import.does[example.does]}{example.entry !== null && <span className="number-text faint"> #{example.entry}</span>}</> },
          ...used.map((field) => ({
            key: field.key,
            title: w(field.title),
            cell: (example: (typeof shown)[number]) => {
              const found = example.fields.find((each) => each.field === field.key)
              if (found === undefined) return ''
              return example.does === 'correct' && found.before !== found.after ? (
                <>
                  <del>
                    <CutText text={found.before ?? m.ui.blank} />
                  </del>{' '}
                  <ins>
                    <CutText text={found.after ?? ''} />
                  </ins>
                </>
              ) : (
                <CutText text={found.after ?? ''} />
              )
            },
          })),
        ]}
      />
    </section>
  )
}
