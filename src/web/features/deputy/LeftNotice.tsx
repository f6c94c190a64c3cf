import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'

/** Leads who heads an office to the matters of those who have left it, while there are any. */
export const LeftNotice = () => {
  const { m } = useSpeech()
  const { data } = useCall('matter.left', {}, { staleTime: 60_000 })
  if (data === undefined || data.total === 0) return null
  return (
    <p>
      <Link to="/settings" search={{ part: 'deputies' }}>
        {m.deputy.leftLink(data.total)}
      </Link>
    </p>
  )
}
