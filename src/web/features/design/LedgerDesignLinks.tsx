import { Link } from '@tanstack/react-router'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'

/** From a ledger to what is counted over it, and to its fields. */
export const LedgerDesignLinks = ({ ledger }: { readonly ledger: Ledger }) => {
  const { m } = useSpeech()
  const { can } = useSession()
  if (ledger.system === true) return null
  return (
    <>
      {may(can, 'measure.propose') && (
        <Link to="/ledgers/$ledger/measures" params={{ ledger: ledger.key }} className="page-link">
          {m.design.measures.link}
        </Link>
      )}
      <Link to="/ledgers/$ledger/fields" params={{ ledger: ledger.key }} className="page-link">
        {m.design.fieldsLink}
      </Link>
    </>
  )
}
