import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MatterOut, StepOut } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { EntryPlaceContext } from '../../fields/entry-place.ts'
import { viewOf } from '../../fields/fields.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ActionList } from './ActionList.tsx'
import { useReadNotices } from '../notice/useReadNotices.ts'
import { ClockList } from './ClockList.tsx'
import { MoveList } from './MoveList.tsx'
import { TieSection } from './TieSection.tsx'
import { StepDialog } from './StepDialog.tsx'
import './matter.css'

/** One matter: where it stands, what may be done now, its limits line by line, and every step so far. */
export const MatterPage = () => {
  const { m } = useSpeech()
  const { ledger, entry } = useParams({ from: '/matters/$ledger/$entry' })
  const query = useCall('matter.read', { ledger, entry: Number(entry) }, { keep: true })
  useReadNotices(ledger, Number(entry), query.data?.version)
  return (
    <div className="page">
      <p className="crumb">
        <Link to="/matters">{m.matter.title}</Link>
      </p>
      <Answer query={query}>{(matter) => <Opened matter={matter} />}</Answer>
    </div>
  )
}

const Opened = ({ matter }: { readonly matter: MatterOut }) => {
  const { m, w } = useSpeech()
  const [taking, setTaking] = useState<StepOut>()
  const [done, setDone] = useState<StepOut>()
  const finish = (step: StepOut) => {
    setDone(step)
    setTaking(undefined)
  }
  const [next, more] = [matter.steps.filter(({ weight }) => weight === 'next'), matter.steps.filter(({ weight }) => weight === 'more')]
  return (
    <>
      <PageHead title={matter.title} note={`${w(matter.ledgerTitle)} #${matter.entry}`}>
        <Link to="/ledgers/$ledger" params={{ ledger: matter.ledger }} search={{ entry: String(matter.entry) }}>
          {m.matter.toEntry}
        </Link>
      </PageHead>
      <ol className="matter-states" aria-label={m.matter.facts.state}>
        {matter.way.map(({ key, title, at }) => (
          <li key={`${key} ${at}`} className={at === 'ahead' ? 'matter-ahead' : undefined} {...(at === 'now' && { 'aria-current': 'step' as const })}>
            {w(title)}
          </li>
        ))}
      </ol>
      <div className="matter-page">
        <div>
          <section className="matter-block" aria-label={m.matter.more}>
            {done !== undefined && (
              <p role="status" className="matter-done">
                {m.matter.taken(w(done.title))}
              </p>
            )}
            {matter.waits.length > 0 && <p role="note">{m.matter.waits(matter.waits.map(w))}</p>}
            {matter.steps.length === 0 && matter.waits.length === 0 && <p className="faint">{m.matter.noSteps}</p>}
            {next.length > 0 && (
              <div className="matter-acts">
                {next.map((step, at) => (
                  <Button key={step.key} type={at === 0 ? 'primary' : 'default'} onClick={() => setTaking(step)}>
                    {w(step.title)}
                  </Button>
                ))}
              </div>
            )}
            {more.length > 0 && (
              <details className="matter-more" open={next.length === 0}>
                <summary>{m.matter.more}</summary>
                <div className="matter-acts">
                  {more.map((step) => (
                    <Button key={step.key} size="small" onClick={() => setTaking(step)}>
                      {w(step.title)}
                    </Button>
                  ))}
                </div>
              </details>
            )}
          </section>
          <About matter={matter} />
          <section className="matter-block matter-past" aria-label={m.matter.actions}>
            <h2>{m.matter.actions}</h2>
            <ActionList matter={matter} />
          </section>
        </div>
        <div>
          <Facts matter={matter} />
          {matter.clocks.length > 0 && (
            <section className="matter-block" aria-label={m.matter.clocks}>
              <h2>{m.matter.clocks}</h2>
              <ClockList clocks={matter.clocks} />
              <MoveList moves={matter.moves} />
            </section>
          )}
          <TieSection matter={matter} />
        </div>
      </div>
      {taking !== undefined && <StepDialog matter={matter} step={taking} onDone={finish} onClose={() => setTaking(undefined)} />}
    </>
  )
}

/** What was entered of a matter, photos among it. */
const About = ({ matter }: { readonly matter: MatterOut }) => {
  const { m, w } = useSpeech()
  if (matter.about.length === 0) return null
  return (
    <section className="matter-block" aria-label={m.matter.entered}>
      <h2>{m.matter.entered}</h2>
      <EntryPlaceContext value={{ ledger: matter.ledger, entry: matter.entry }}>
        <dl className="matter-facts">
          {matter.about.map((field) => {
            const { Output } = viewOf(field)
            return (
              <div key={field.key} style={{ display: 'contents' }}>
                <dt>{w(field.title)}</dt>
                <dd>
                  <Output field={field} value={matter.fields[field.key] ?? null} />
                </dd>
              </div>
            )
          })}
        </dl>
      </EntryPlaceContext>
    </section>
  )
}

const Facts = ({ matter }: { readonly matter: MatterOut }) => {
  const { m, w, lang } = useSpeech()
  const { facts, counted } = m.matter
  const counts = (['raised', 'nudged', 'returned', 'redone', 'recurred'] as const).filter((key) => matter.counts[key] > 0).map((key) => counted[key](matter.counts[key]))
  const shown = [
    [facts.state, `${w(matter.state.title)}${matter.merged ? ` · ${m.matter.merged}` : ''}${matter.listed ? ` · ${m.matter.listed}` : ''}${matter.stalled ? ` · ${m.matter.stalled}` : ''}`],
    [facts.holder, matter.holder[lang]],
    [facts.owner, matter.owner?.name ?? m.matter.nobody],
    [facts.first, matter.first[lang]],
    [facts.raiser, matter.raiser?.name],
    [facts.found, matter.day],
    [facts.last, matter.last],
    [facts.settled, matter.settled],
    [facts.counts, counts.length === 0 ? undefined : counts.join(' · ')],
  ] as const
  return (
    <section className="matter-block">
      <dl className="matter-facts">
        {shown.map(([title, value]) =>
          value === undefined || value === null ? null : (
            <div key={title} style={{ display: 'contents' }}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {matter.asked !== null && <p role="status">{m.matter.asked(matter.asked.org[lang], matter.asked.on, matter.asked.until)}</p>}
      {matter.whistles.map((each, at) => (
        <p key={at}>{m.matter.whistle(each.org[lang], each)}</p>
      ))}
    </section>
  )
}
