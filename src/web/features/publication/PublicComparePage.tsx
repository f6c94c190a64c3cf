import { Link, useParams } from '@tanstack/react-router'
import type { PublicComparisonOut } from '../../../api/publication.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Comparison } from '../history/Comparison.tsx'
import { PublicFrame } from './PublicFrame.tsx'
import '../report/paper.css'
import '../history/history.css'

/** Two public editions of a report on one sheet, with their differences marked, as anyone may read them. */
export const PublicComparePage = () => {
  const input = useParams({ from: '/public/$publication/compare/$with' })
  const query = useCall('publication.compare', input)
  return (
    <div className="public">
      <PublicFrame town={query.data?.town} error={query.error}>
        <Answer query={query} lines={14}>
          {(data) => <Compared data={data} />}
        </Answer>
      </PublicFrame>
    </div>
  )
}

const none: ReadonlySet<number> = new Set()

const Compared = ({ data }: { readonly data: PublicComparisonOut }) => {
  const { m, lang } = useSpeech()
  const { was, now, counts, changes, title } = data
  return (
    <>
      <title>{`${title.now} · ${data.town[lang]}`}</title>
      <p className="compared">
        {[was, now].map((each) => (
          <Link key={each.publication} to="/public/$publication" params={{ publication: String(each.publication) }}>
            {m.publication.edition(each.number, each.day)}
          </Link>
        ))}
      </p>
      <p className="faint">{m.publication.compareAbout(was.number, now.number)}</p>
      <Comparison comparison={{ counts, title, changes: changes.map((change) => ({ ...change, section: null })) }} restores={none} onRestore={() => undefined} />
    </>
  )
}
