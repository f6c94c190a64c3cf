import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { inLineOrder } from '../../messages/lines.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { numberText } from '../../ui/number-text.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { PackLink } from '../setup/PackLink.tsx'
import { useLedgers } from './useLedgers.ts'
import './ledger.css'

type Listed = OutputOf<'ledger.list'>['ledgers'][number]

/** Every ledger the reader may see, by line of work, with how much is in it. */
export const LedgerListPage = () => {
  const { m, w } = useSpeech()
  const { can } = useSession()
  const { query } = useLedgers()
  const { q = '' } = useSearch({ from: '/ledgers' })
  const navigate = useNavigate({ from: '/ledgers' })
  const sought = q.trim().toLowerCase()
  const matches = ({ ledger }: Listed) => sought === '' || [ledger.key, ledger.title.zh, ledger.title.en].some((text) => text.toLowerCase().includes(sought))
  return (
    <div className="page">
      <PageHead title={m.ledger.title} note={query.data === undefined ? undefined : m.ledger.count(query.data.ledgers.length)}>
        {can['ledger.declare'] === true && (
          <Button type="primary" onClick={() => void navigate({ to: '/ledgers/new' })}>
            {m.design.act}
          </Button>
        )}
      </PageHead>
      <div className="filters" role="search">
        <Input.Search allowClear className="filter-text" aria-label={m.ledger.find} placeholder={m.ledger.find} value={q} onChange={(event) => void navigate({ search: { q: event.target.value }, replace: true })} />
      </div>
      <Answer query={query} lines={12}>
        {(data) => {
          const shown = data.ledgers.filter(matches)
          if (shown.length === 0) return <EmptyState title={data.ledgers.length === 0 ? m.ledger.none : m.ledger.noMatch} action={data.ledgers.length === 0 ? <PackLink /> : undefined} />
          return (
            <div className="ledger-lines">
              {[...new Set(shown.map((each) => each.ledger.line))].sort(inLineOrder).map((line) => (
                <section key={line} aria-labelledby={`line-${line}`}>
                  <h2 id={`line-${line}`}>{m.line(line)}</h2>
                  <ul className="ledger-list">
                    {shown
                      .filter((each) => each.ledger.line === line)
                      .map(({ ledger, entries, ownerName }) => (
                        <li key={ledger.key}>
                          <Link to="/ledgers/$ledger" params={{ ledger: ledger.key }}>
                            {w(ledger.title)}
                          </Link>
                          <small>
                            {m.ledger.shape[ledger.shape]} · {w(ownerName)}
                          </small>
                          <span className="number-text">{numberText(String(entries))}</span>
                        </li>
                      ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }}
      </Answer>
    </div>
  )
}
