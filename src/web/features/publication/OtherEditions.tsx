import { Link } from '@tanstack/react-router'
import type { PublicEditionRef } from '../../../api/publication.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** Other public editions of the same report: to read, and to lay beside this one. */
export const OtherEditions = ({ publication, editions }: { readonly publication: string; readonly editions: readonly PublicEditionRef[] }) => {
  const { m } = useSpeech()
  if (editions.length === 0) return null
  return (
    <nav className="other-editions" aria-label={m.publication.others}>
      <span>{m.publication.others}</span>
      <ul>
        {editions.map((each) => (
          <li key={each.publication}>
            <Link to="/public/$publication" params={{ publication: String(each.publication) }}>
              {m.publication.edition(each.number, each.day)}
            </Link>
            <Link to="/public/$publication/compare/$with" params={{ publication, with: String(each.publication) }}>
              {m.publication.compareWith}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
