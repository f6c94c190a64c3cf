import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { StepActs } from './StepActs.tsx'
import type { StepProps } from './useSetup.ts'

/** How days are counted, and what has been set up so far, before it is over. */
export const CalendarStep = ({ setup, ...steps }: StepProps & { readonly setup: OutputOf<'setup.read'> }) => {
  const { m, lang } = useSpeech()
  const count = (kind: string): number => setup.orgs.filter((org) => org.kind === kind).length
  const facts: readonly (readonly [string, string])[] = [
    [m.setup.sum.town, setup.orgs.find((org) => org.kind === 'town')?.[lang] ?? ''],
    [m.setup.sum.villages, String(count('village'))],
    [m.setup.sum.offices, String(count('office'))],
    [m.setup.sum.people, String(setup.people)],
    [m.setup.sum.ledgers, String(setup.lines.flatMap((line) => line.ledgers).filter((ledger) => ledger.declared).length)],
  ]
  return (
    <>
      <ul className="setup-notes">
        {m.setup.calendar.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <h3>{m.setup.summary}</h3>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="number-text">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="form-about">{m.setup.finishAbout}</p>
      <StepActs {...steps} act={m.setup.finish} />
    </>
  )
}
