import { useEffect, useSyncExternalStore } from 'react'
import { Link, useLocation } from '@tanstack/react-router'
import { useSpeech } from './i18n.tsx'
import { may } from './may.ts'
import { useSession } from './session.tsx'

/** Says that there is no network, and what can be done without one; keeps what that needs while there is. */
export const OfflineNote = () => {
  const { m } = useSpeech()
  const { person, can, kept } = useSession()
  const { pathname } = useLocation()
  const online = useSyncExternalStore(hearNetwork, () => navigator.onLine)
  const reports = may(can, 'finding.create')
  const reached = kept !== true
  useEffect(() => {
    if (reports && reached && 'serviceWorker' in navigator) void import('../features/finding/useReporting.ts').then(({ keepReporting }) => keepReporting(person.id), () => undefined)
  }, [reports, reached, person.id])
  if (online && reached) return null
  return (
    <p className="shell-note" role="status">
      {m.shell.offline} {reports && pathname !== '/report-finding' && <Link to="/report-finding">{m.shell.offlineReport}</Link>}
    </p>
  )
}

const hearNetwork = (tell: () => void) => {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
