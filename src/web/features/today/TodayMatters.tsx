import { Link } from '@tanstack/react-router'
import type { WaitingGroup } from '../../../api/matter.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { MatterItems } from '../matter/MatterItems.tsx'

/** The matters that wait for the reader, by what is most urgent; each reason shows its first ones and leads to the rest. */
export const TodayMatters = ({ groups }: { readonly groups: readonly WaitingGroup[] }) => {
  const { m } = useSpeech()
  return groups.map(({ urgency, matters, rows }) => (
    <section key={urgency} aria-labelledby={`today-${urgency}`}>
      <h2 id={`today-${urgency}`}>
        {m.matter.urgency[urgency]}
        <small>{matters}</small>
      </h2>
      <MatterItems rows={rows} />
      {matters > rows.length && (
        <p className="today-more">
          <Link to="/matters" search={{ whose: 'mine', urgency }}>
            {m.matter.seeAll(matters)}
          </Link>
        </p>
      )}
    </section>
  ))
}
