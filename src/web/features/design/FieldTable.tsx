import { Button } from 'antd'
import type { DesignOut } from '../../../api/design.ts'
import type { Draft } from '../../../core/designing/draft.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { DraftChange } from './draft-changes.ts'
import { FieldRow } from './FieldRow.tsx'

type Props = {
  readonly draft: Draft
  readonly change: (change: DraftChange) => void
  readonly problemsOf: (line: number) => readonly Words[]
  readonly design?: DesignOut | undefined
  /** Keys of the fields that stand already. */
  readonly standing?: ReadonlySet<string>
}

const none: readonly Words[] = []

/** The fields of a ledger being designed, a line for each: a column of the sheet, a field that stands, or one added by hand. */
export const FieldTable = ({ draft, change, problemsOf, design, standing }: Props) => {
  const { m } = useSpeech()
  const needed = new Set([draft.orgField, draft.shape === 'event' ? draft.dateField : null, ...draft.unique])
  const columns = new Map(design?.columns.map((column) => [column.at, column]))
  const heads = [design === undefined ? m.design.state : m.design.column, m.design.fieldName, m.design.kind, m.design.unit, m.design.required, m.design.personal, m.design.details, ...(design === undefined ? [] : [m.design.filled])]
  const free = (): string => {
    for (let number = 1; ; number += 1) if (!draft.lines.some((line) => line.field.key === `field_${number}`)) return `field_${number}`
  }
  return (
    <>
      <div className="table-frame" tabIndex={0} role="region" aria-label={m.design.fields}>
        <table className="table design-fields">
          <caption className="only-read">{m.design.fields}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.lines.map((line, at) => {
              const problems = problemsOf(at)
              return <FieldRow key={at} at={at} line={line} register={draft.shape === 'register'} locked={standing?.has(line.field.key) === true} needed={needed.has(line.field.key)} column={line.at === null ? undefined : columns.get(line.at)} rows={design?.rows ?? 0} problems={problems.length === 0 ? none : problems} onChange={change} />
            })}
          </tbody>
        </table>
      </div>
      <Button className="design-add" onClick={() => change({ do: 'add', field: { key: free(), title: { zh: m.design.newField, en: m.design.newField }, kind: 'text' } })}>
        {m.design.addField}
      </Button>
    </>
  )
}
