import { Link } from '@tanstack/react-router'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** From a ledger to what is counted over it, and to its fields. */
export const LedgerDesignLinks = ({ ledger }: { readonly ledger: Ledger }) => {
  const { m } = useSpeech()
  if (ledger.system === true) return null
  return (
    <>
      <Link to="/ledgers/$ledger/measures" params={{ ledger: ledger.key }} className="page-link">
        {m.design.measures.link}
      </Link>
      <Link to="/ledgers/$ledger/fields" params={{ ledger: ledger.key }} className="page-link">
        {m.design.fieldsLink}
      </Link>
    </>
  )
}
