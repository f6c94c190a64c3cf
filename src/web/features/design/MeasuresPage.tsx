import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { blankMeasure } from '../../../core/designing/measure-draft.ts'
import type { MeasureDraft } from '../../../core/designing/measure-draft.ts'
import { unitText } from '../../../core/quantity/unit.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { MeasureForm } from './MeasureForm.tsx'
import { useMeasures } from './useMeasures.ts'
import './design.css'

/** The measures of a ledger: those that stand, those it suggests, and one of the office's own. */
export const MeasuresPage = () => {
  const { m, w, lang } = useSpeech()
  const words = m.design.measures
  const { ledger: key } = useParams({ from: '/ledgers/$ledger/measures' })
  const { posts, can, town } = useSession()
  const { query: ledgers, find } = useLedgers()
  const ledger = find(key)
  const it = useMeasures(key)
  const { open } = useOpenFigure()
  const [form, setForm] = useState<MeasureDraft>()
  const mine = can['measure.declare'] === true && ledger !== undefined && posts.some((post) => post.role === 'office' || (post.role === 'head' && post.org.code === ledger.owner))
  const title = ledger === undefined ? key : w(ledger.title)
  return (
    <div className="page">
      <p className="crumb">
        <Link to="/ledgers/$ledger" params={{ ledger: key }}>
          {title}
        </Link>
      </p>
      <Answer query={ledgers}>
        {() =>
          ledger === undefined ? (
            <EmptyState title={m.ledger.unknown(key)} />
          ) : (
            <>
              <PageHead title={words.title(title)}>{mine && <Button onClick={() => setForm(blankMeasure(ledger))}>{words.own}</Button>}</PageHead>
              <p className="design-about">{words.about}</p>
              {it.made !== undefined && <Alert type="success" showIcon role="status" title={words.made(it.made)} className="refused" />}
              {form === undefined && <Refused error={it.make.error} />}
              <Answer query={it.query}>
                {({ standing, proposals }) => (
                  <>
                    <h2>{words.standing}</h2>
                    {standing.length === 0 ? (
                      <p className="faint">{words.none}</p>
                    ) : (
                      <DataTable
                        caption={words.standing}
                        rows={standing}
                        keyOf={(measure) => measure.key}
                        columns={[
                          {
                            key: 'title',
                            title: m.design.name,
                            lead: true,
                            cell: (measure) => (
                              <button type="button" className="link" onClick={() => open({ measure: measure.key, period: lastHalf(town.today) })}>
                                {w(measure.title)}
                              </button>
                            ),
                          },
                          { key: 'unit', title: words.unit, cell: (measure) => w(measure.unit) },
                          { key: 'method', title: words.method, cell: (measure) => w(measure.method) },
                        ]}
                      />
                    )}
                    {mine && (
                      <>
                        <h2>{words.proposals}</h2>
                        {proposals.length === 0 && <p className="faint">{words.noProposals}</p>}
                        <ul className="design-proposals">
                          {proposals.map(({ draft, method }) => (
                            <li key={draft.key}>
                              <div>
                                <b>{w(draft.title)}</b> <span className="faint">{unitText(draft, lang)}</span>
                                <p>{w(method)}</p>
                              </div>
                              <Button type="primary" aria-label={words.makeOf(w(draft.title))} loading={it.make.isPending && it.make.variables?.key === draft.key} onClick={() => it.make.mutate(draft)}>
                                {words.make}
                              </Button>
                              <Button aria-label={words.changeOf(w(draft.title))} onClick={() => setForm(draft)}>
                                {words.change}
                              </Button>
                            </li>
                          ))}
                        </ul>
                      </>
                    )}
                  </>
                )}
              </Answer>
              {form !== undefined && (
                <MeasureForm
                  ledger={ledger}
                  start={form}
                  busy={it.make.isPending}
                  error={it.make.error}
                  onMake={(draft) => it.make.mutate(draft, { onSuccess: () => setForm(undefined) })}
                  onClose={() => {
                    it.make.reset()
                    setForm(undefined)
                  }}
                />
              )}
            </>
          )
        }
      </Answer>
    </div>
  )
}
