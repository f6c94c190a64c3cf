import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { momentText } from '../../ui/moment-text.ts'

/** Who looked at the personal fields of one entry, for its keeper, the auditor, and the one who looked. */
export const EntryReads = ({ ledger, entry }: { ledger: string; entry: number }) => {
  const { m, w } = useSpeech()
  const { data } = useCall('read.list', { ledger, entry })
  if (data === undefined) return null
  return (
    <section className="entry-reads" aria-labelledby="entry-reads">
      <h2 id="entry-reads">{m.personal.reads.ofEntry}</h2>
      {data.reads.length === 0 && <p className="faint">{m.personal.reads.noneOfEntry}</p>}
      <ol>
        {data.reads.map((read) => (
          <li key={read.number}>
            <b>{read.by}</b> {m.personal.reads.verbs[read.verb]} {read.fields.map(w).join(m.ui.comma)}
            <span className="faint">
              {read.purpose !== null && w(read.purpose)} {read.note}
            </span>
            <span className="number-text faint">
              {momentText(read.recordedAt)} · {read.number}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
