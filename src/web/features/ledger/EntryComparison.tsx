import { useState } from 'react'
import { Checkbox } from 'antd'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { momentText } from '../../ui/moment-text.ts'

type Props = { readonly ledger: string; readonly entry: number; readonly from: string }

/** The entry then and now, field beside field; what differs stands out by weight and by a mark. */
export const EntryComparison = ({ ledger, entry, from }: Props) => {
  const query = useCall('entry.compare', { ledger, entry, from }, { keep: true })
  return <Answer query={query}>{(data) => <Sides data={data} />}</Answer>
}

const Sides = ({ data }: { data: OutputOf<'entry.compare'> }) => {
  const { m, w } = useSpeech()
  const words = m.personal.time
  const [only, setOnly] = useState(true)
  const differing = data.fields.filter((each) => !each.same)
  const text = (value: Words | null) => (value === null ? <span className="faint">{m.ui.blank}</span> : w(value))
  const head = (title: string, side: OutputOf<'entry.compare'>['before']) => (
    <th scope="col">
      {title}
      <small className="faint number-text">{side.number === null || side.recordedAt === null ? words.absent : words.side(momentText(side.recordedAt), side.number)}</small>
      {side.void && <span className="badge badge-void">{m.ledger.void}</span>}
    </th>
  )
  return (
    <section aria-label={words.compare}>
      <p className="compare-head">
        {differing.length === 0 ? words.same : words.changes(data.between)}
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {words.onlyChanged}
        </Checkbox>
      </p>
      <div className="table-frame" tabIndex={0} role="region" aria-label={words.compare}>
        <table className="table table-compare">
          <thead>
            <tr>
              <th scope="col">{m.ledger.field}</th>
              {head(words.before, data.before)}
              {head(words.after, data.after)}
            </tr>
          </thead>
          <tbody>
            {(only ? differing : data.fields).map((each) => (
              <tr key={each.field} className={each.same ? undefined : 'differs'}>
                <th scope="row">{w(each.title)}</th>
                <td data-label={words.before}>{each.same ? text(each.before) : <s>{text(each.before)}</s>}</td>
                <td data-label={words.after}>{each.same ? text(each.after) : <b>{text(each.after)}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
