import { memo, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import type { DesignColumn } from '../../../api/design.ts'
import type { DraftLine } from '../../../core/designing/draft.ts'
import { designKinds, fieldOfKind } from '../../../core/designing/field-of-kind.ts'
import type { DesignKind } from '../../../core/designing/field-of-kind.ts'
import { columnName } from '../../../core/importing/cell.ts'
import { unitNamed } from '../../../core/importing/unit-named.ts'
import type { Field } from '../../../core/ledger/field.ts'
import { unitKeys, unitOf } from '../../../core/quantity/unit.ts'
import type { UnitKey } from '../../../core/quantity/unit.ts'
import type { Words } from '../../../core/words.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { numberText } from '../../ui/number-text.ts'
import { choicesNamed } from './choices-named.ts'
import type { DraftChange } from './draft-changes.ts'
import { retitled } from './draft-changes.ts'
import { Written } from '../../ui/Written.tsx'
import { FieldDetails } from './FieldDetails.tsx'

type Props = {
  readonly at: number
  readonly line: DraftLine
  readonly register: boolean
  /** Stands already: its kind, unit and key stay, and it is retired instead of taken away. */
  readonly locked: boolean
  /** Rows cannot do without it. */
  readonly needed: boolean
  /** Its column in the sheet, of so many rows. */
  readonly column: DesignColumn | undefined
  readonly rows: number
  readonly problems: readonly Words[]
  readonly onChange: (change: DraftChange) => void
}

/** One field of a ledger as it is designed: a line of a table. */
export const FieldRow = memo(function FieldRow({ at, line, register, locked, needed, column, rows, problems, onChange }: Props) {
  const { m, w, lang } = useSpeech()
  const { field, take, role } = line
  const title = field.title.zh
  const put = (next: Field): void => onChange({ do: 'field', at, field: next })
  const set = (change: Partial<Field>): void => put({ ...field, ...change })
  const [fresh, setFresh] = useState(line.at === null && !locked && /^field_\d+$/.test(field.key))
  const number = field.kind === 'integer' || field.kind === 'decimal'
  const spans = register && role !== 'field'
  /** A field added by hand is given its key when its name is. */
  const name = useMutation({
    mutationFn: async () => {
      const { keys } = await call('design.name', { of: 'field', titles: [title.trim()] })
      if (keys[0] !== undefined) onChange({ do: 'key', at, key: keys[0] })
    },
    onSuccess: () => setFresh(false),
  })
  const become = useMutation({
    mutationFn: async (kind: DesignKind) => {
      const values = kind === 'choice' && field.choices === undefined ? await choicesNamed(column?.values ?? [], []) : []
      put(fieldOfKind(field, kind, values, unitNamed(column?.unit ?? '')?.key))
    },
  })
  return (
    <tr className={take ? undefined : 'muted'}>
      <td data-label={column === undefined ? m.design.state : m.design.column}>
        {line.at === null && !locked ? (
          <Button size="small" type="text" aria-label={m.design.dropField(title)} onClick={() => onChange({ do: 'drop', at })}>
            ×
          </Button>
        ) : (
          <Checkbox checked={take} disabled={locked && needed} aria-label={`${locked ? m.design.inUse : m.design.take} ${title}`} onChange={(event) => onChange({ do: 'line', at, set: { take: event.target.checked } })}>
            {line.at === null ? take ? m.design.inUse : m.design.retired : <span className="number-text">{columnName(line.at)}</span>}
          </Checkbox>
        )}
      </td>
      <td data-label={m.design.fieldName} className="lead">
        {take ? <Input size="small" aria-label={`${m.design.fieldName} ${at + 1}`} value={title} title={title} maxLength={60} status={problems.length > 0 ? 'error' : ''} onChange={(event) => put(retitled(field, event.target.value))} onBlur={() => fresh && title.trim() !== '' && title !== m.design.newField && name.mutate()} /> : <Written text={title} />}
        {take &&
          problems.map((problem) => (
            <p key={problem.zh} role="alert" className="form-problem">
              {w(problem)}
            </p>
          ))}
      </td>
      <td data-label={m.design.kind}>
        {!take || locked ? m.design.kinds[field.kind] : spans ? m.design.roles[role] : <Select size="small" className="design-kind" aria-label={`${m.design.kind} ${title}`} value={field.kind} virtual={false} onChange={(kind) => become.mutate(kind as DesignKind)} options={designKinds.map((kind) => ({ value: kind, label: m.design.kinds[kind] }))} />}
      </td>
      <td data-label={m.design.unit}>
        {!number ? null : !take || (locked && field.unit !== undefined) ? (
          field.unit === undefined ? null : unitOf(field.unit).name[lang]
        ) : (
          <Select size="small" className="design-unit" aria-label={`${m.design.unit} ${title}`} value={field.unit ?? ''} showSearch={{ optionFilterProp: 'label' }} onChange={(unit: UnitKey | '') => set({ unit: unit === '' ? undefined : unit })} options={[{ value: '', label: m.design.noUnit }, ...unitKeys.map((unit) => ({ value: unit, label: unitOf(unit).name[lang] }))]} />
        )}
      </td>
      <td data-label={m.design.required}>{take && !spans && <Checkbox aria-label={`${m.design.required} ${title}`} checked={needed || field.required === true} disabled={needed} onChange={(event) => set({ required: event.target.checked ? true : undefined })} />}</td>
      <td data-label={m.design.personal}>
        {!take || spans ? null : field.kind === 'sealed' ? (
          m.design.personals.sealed
        ) : field.kind === 'text' || field.kind === 'note' || field.personal !== undefined ? (
          <Checkbox aria-label={`${m.design.personal} ${title}`} checked={field.personal !== undefined} disabled={locked && field.personal !== undefined} onChange={(event) => set({ personal: event.target.checked ? 'restricted' : undefined })}>
            {field.personal === undefined ? '' : m.design.personals[field.personal]}
          </Checkbox>
        ) : null}
      </td>
      <td data-label={m.design.details}>{take && <FieldDetails field={field} role={role} register={register} locked={locked} onField={put} onRole={locked ? undefined : (next) => onChange({ do: 'line', at, set: { role: next } })} />}</td>
      {column !== undefined && (
        <td data-label={m.design.filled}>
          <Seen column={column} rows={rows} misfits={take ? misfitsOf(column, field) : 0} />
        </td>
      )}
    </tr>
  )
})

/** What stands in the column of a sheet, and how much of it does not fit. */
const Seen = ({ column, rows, misfits }: { readonly column: DesignColumn; readonly rows: number; readonly misfits: number }) => {
  const { m } = useSpeech()
  return (
    <div className="design-seen">
      <Written className="design-samples" title={column.samples.join('\n')} text={column.samples.join('　')} />
      <span className="number-text faint">{m.design.filledOf(numberText(String(column.filled)), numberText(String(rows)))}</span>
      {misfits > 0 && <span className="design-wrong">{m.design.misfits(numberText(String(misfits)))}</span>}
    </div>
  )
}

/** Filled cells the kind would not take; of a kind that takes any text, none. */
const misfitsOf = (column: DesignColumn, field: Field): number => column.filled - (column.reads[field.kind === 'integer' ? 'decimal' : field.kind] ?? column.filled)
