import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { Answer } from '../../ui/Answer.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { numberText } from '../../ui/number-text.ts'
import { Pager } from '../../ui/Pager.tsx'
import { BatchUndo } from '../grid/BatchUndo.tsx'
import { LinkedForm } from './LinkedForm.tsx'
import '../grid/grid.css'
import './linking.css'

type Links = OutputOf<'link.list'>
type Group = Links['groups'][number]

/** What names an entry, ledger by ledger, with the way to a new one that names it; and what was merged into it. */
export const EntryLinks = ({ ledger, entry }: { readonly ledger: Ledger; readonly entry: number }) => {
  const { m } = useSpeech()
  const query = useCall('link.list', { ledger: ledger.key, entry })
  return (
    <Answer query={query} lines={2}>
      {(links) => {
        const shown = links.groups.filter((group) => group.count > 0 || may(group.can, 'create'))
        if (shown.length === 0 && links.merged.length === 0 && links.into === null) return null
        return (
          <section className="entry-links" aria-labelledby="entry-links">
            <h2 id="entry-links">{m.linking.links}</h2>
            {links.into !== null && (
              <p>
                {m.linking.mergedInto}{' '}
                <Link to="/ledgers/$ledger" params={{ ledger: ledger.key }} search={{ entry: String(links.into.entry) }}>
                  #{links.into.entry}
                </Link>
              </p>
            )}
            {shown.map((group) => (
              <LinkGroup key={`${group.ledger}/${group.field}`} group={group} ledger={ledger} entry={entry} />
            ))}
            {links.merged.length > 0 && <Merged links={links} ledger={ledger} />}
          </section>
        )
      }}
    </Answer>
  )
}

const pageSize = 5

const LinkGroup = ({ group, ledger, entry }: { readonly group: Group; readonly ledger: Ledger; readonly entry: number }) => {
  const { m, w } = useSpeech()
  const [offset, setOffset] = useState(0)
  const [making, setMaking] = useState(false)
  const page = useCall('link.list', { ledger: ledger.key, entry, of: group.ledger, by: group.field, offset, limit: pageSize }, { enabled: offset > 0, keep: true })
  const rows = offset === 0 ? group.rows : (page.data?.groups[0]?.rows ?? [])
  const title = w(group.title)
  return (
    <div className="link-group">
      <h3>
        {title}
        <small>{m.linking.byField(w(group.fieldTitle))}</small>
        <span className="number-text">{m.linking.entries(numberText(String(group.count)))}</span>
        {may(group.can, 'create') && (
          <Button size="small" onClick={() => setMaking(true)} aria-label={m.linking.newIn(title)}>
            {m.linking.add}
          </Button>
        )}
      </h3>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <li key={row.entry}>
              <Link to="/ledgers/$ledger" params={{ ledger: group.ledger }} search={{ entry: String(row.entry) }}>
                {row.title}
              </Link>
              <span className="number-text faint">{row.day}</span>
              <span className="faint">{row.facts.map(({ text }) => w(text)).join(m.ui.comma)}</span>
            </li>
          ))}
        </ul>
      )}
      {group.count > pageSize && <Pager offset={offset} limit={pageSize} total={group.count} onMove={setOffset} />}
      {making && <LinkedForm ledger={group.ledger} field={group.field} entry={entry} onClose={() => setMaking(false)} />}
    </div>
  )
}

/** What was merged into the entry; each still tells its own history. */
const Merged = ({ links, ledger }: { readonly links: Links; readonly ledger: Ledger }) => {
  const { m, w } = useSpeech()
  return (
    <div className="link-group">
      <h3>{m.linking.merged}</h3>
      <ul>
        {links.merged.map((each) => (
          <li key={each.entry}>
            <Link to="/ledgers/$ledger" params={{ ledger: ledger.key }} search={{ entry: String(each.entry) }}>
              {each.title} #{each.entry}
            </Link>
            <span className="faint">
              {each.by} <span className="number-text">{momentText(each.recordedAt)}</span>
            </span>
            {may(links.can, 'link.merge') && <BatchUndo batch={each.batch} title={w(ledger.title)} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
