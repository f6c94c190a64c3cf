import { Input, InputNumber } from 'antd'
import type { Limit } from '../../../core/matter/limit.ts'
import type { ClockRule, Procedure } from '../../../core/matter/procedure.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProblemLines } from './ProblemLines.tsx'

type Props = { readonly procedure: Procedure; readonly edit?: { readonly change: (clock: string, at: number, more: Partial<Limit>) => void; readonly problems: (key: string) => readonly Words[] } }

/** Every row of every limit: how long, by which clause, in force from when, and whether a law fixes it. */
export const ClockTable = ({ procedure, edit }: Props) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const { columns } = told
  const rows = procedure.clocks.flatMap((rule) => rule.limits.map((limit, at) => ({ rule, limit, at })))
  return (
    <DataTable
      caption={told.clocks}
      rows={rows}
      keyOf={({ rule, at }) => `${rule.key} ${at}`}
      columns={[
        {
          key: 'limit',
          title: columns.limit,
          lead: true,
          cell: ({ rule, at }) => (
            <>
              {w(rule.title)}
              {at === 0 && <Notes rule={rule} />}
              {edit !== undefined && at === 0 && <ProblemLines said={edit.problems(rule.key)} />}
            </>
          ),
        },
        {
          key: 'length',
          title: columns.length,
          line: true,
          cell: ({ rule, limit, at }) =>
            edit === undefined ? (
              `${told.bounds[limit.bound]}${told.length(`${limit.value} ${limit.unit}`)}`
            ) : (
              <InputNumber size="small" className="procedure-length" aria-label={`${columns.length} ${w(rule.title)}`} min={0} max={3660} precision={0} value={limit.value} onChange={(value) => edit.change(rule.key, at, { value: value ?? limit.value })} suffix={told.length(`${limit.value} ${limit.unit}`).replace(/^\d+\s*/, '')} />
            ),
        },
        {
          key: 'law',
          title: columns.law,
          wide: true,
          cell: ({ rule, limit, at }) => (
            <>
              {w(limit.law)} {edit === undefined ? limit.clause : <Input size="small" className="procedure-clause" aria-label={`${told.clause} ${w(rule.title)}`} maxLength={60} value={limit.clause ?? ''} onChange={(event) => edit.change(rule.key, at, { clause: event.target.value })} />}
            </>
          ),
        },
        { key: 'valid', title: columns.valid, cell: ({ limit }) => <span className="number-text">{told.validFrom(limit.validFrom, limit.validTo)}</span> },
        { key: 'sure', title: columns.sure, line: true, cell: ({ limit }) => told.sure[limit.sure] },
      ]}
    />
  )
}

const Notes = ({ rule }: { readonly rule: ClockRule }) => {
  const { m, w } = useSpeech()
  const told = m.procedure
  const last = rule.limits.at(-1)
  const notes = [
    ...(rule.opens === true ? [told.opens] : []),
    ...(rule.party === true ? [told.party] : []),
    ...(last?.extension === undefined ? [] : [told.extension(last.extension.value, last.unit)]),
    ...(last?.pauses === undefined || last.pauses.length === 0 ? [] : [told.pauses(last.pauses.map(({ title }) => w(title)))]),
  ]
  return notes.length === 0 ? null : <small className="procedure-other">{notes.join(' · ')}</small>
}
