import { Link } from '@tanstack/react-router'
import type { SourceOpen } from '../../../api/source.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { oneLine } from './item.ts'

type Props = { readonly accepted: SourceOpen['accepted']; readonly at: string | undefined; readonly onShow: (id: string) => void }

const kinds = ['figure', 'commitment', 'direction'] as const

/** What of a document stands in the book, by kind: the quote leads to its place, the title to its entry. */
export const AcceptedList = ({ accepted, at, onShow }: Props) => {
  const { m, w } = useSpeech()
  if (accepted.length === 0) return <p className="faint">{m.source.acceptedNone}</p>
  return kinds.map((kind) => {
    const lines = accepted.map((it, n) => ({ ...it, id: String(n) })).filter((it) => it.kind === kind)
    if (lines.length === 0) return null
    return (
      <section key={kind} aria-labelledby={`accepted-${kind}`}>
        <h2 id={`accepted-${kind}`}>
          {m.source.filters[kind]}
          <small>{lines.length}</small>
        </h2>
        <ul className="accepted-list">
          {lines.map((it) => (
            <li key={it.id} className={it.id === at ? 'at' : undefined}>
              <Link to="/ledgers/$ledger" params={{ ledger: it.ledger }} search={{ entry: String(it.entry) }}>
                {w(it.title)}
              </Link>
              {it.value !== null && <span className="number-text">{it.value}</span>}
              {it.void && <span className="badge badge-void">{m.source.void}</span>}
              <button type="button" onClick={() => onShow(it.id)}>
                {[it.title.zh, it.value].includes(oneLine(it.quote)) ? m.source.inText : <q lang="zh-CN">{oneLine(it.quote)}</q>}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
