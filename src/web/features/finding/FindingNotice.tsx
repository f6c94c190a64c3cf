import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { useOutbox } from './useOutbox.ts'
import './finding.css'

/** The way to report a finding, and how many are still on this device, for who may report one. */
export const FindingNotice = () => {
  const { m } = useSpeech()
  const { person } = useSession()
  const { kept } = useOutbox(person.id)
  return (
    <p className="finding-notice">
      <Link to="/report-finding" className="finding-link">
        {m.finding.title}
      </Link>
      {kept.length > 0 && <span role="status">{m.finding.waiting(kept.length)}</span>}
    </p>
  )
}
