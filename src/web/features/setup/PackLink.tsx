import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'

/** Where a list is empty because no ledger has been taken yet: to where that is done, for whom it may do. */
export const PackLink = () => {
  const { m } = useSpeech()
  const { can } = useSession()
  return may(can, 'setup.ledgers') ? (
    <Link to="/settings" search={{ part: 'pack' }}>
      {m.start.ledgers.act}
    </Link>
  ) : null
}
