import { Link } from '@tanstack/react-router'
import type { MatterRow } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DueText } from './DueText.tsx'
import './matter.css'

/** Matters one under another, each opened by its name: where a table would be too much. */
export const MatterItems = ({ rows }: { readonly rows: readonly MatterRow[] }) => {
  const { m, w, lang } = useSpeech()
  return (
    <ul className="matter-items">
      {rows.map((row) => (
        <li key={`${row.ledger} ${row.entry}`}>
          <div>
            <Link to="/matters/$ledger/$entry" params={{ ledger: row.ledger, entry: String(row.entry) }} lang="zh-CN">
              {row.title}
            </Link>
            {row.listed && <b className="matter-mark">{m.matter.listed}</b>}
            <small>{[w(row.ledgerTitle), row.org[lang], w(row.state.title), row.asked === null ? (row.owner?.name ?? row.holder?.[lang] ?? '') : m.matter.askedOf(row.asked[lang])].join(' · ')}</small>
          </div>
          <DueText row={row} />
        </li>
      ))}
    </ul>
  )
}
