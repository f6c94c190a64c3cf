import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { Refused } from '../../ui/Refused.tsx'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'
import { usePrintCovers } from './usePrintCovers.ts'
import './personal.css'

type Props = { readonly ledger: Ledger; readonly grid: LedgerList }

/** Prints the rows on screen, and says above them which they are. A list with personal fields is recorded first, and carries who printed it, the day and the number of the record. */
export const PrintList = ({ ledger, grid }: Props) => {
  const { m } = useSpeech()
  const covers = usePrintCovers(ledger, grid)
  const rows = grid.list.data?.rows.length ?? 0
  const { person, town } = useSession()
  const [number, setNumber] = useState<number>()
  const record = useMutation({ mutationFn: () => call('entry.print', { ledger: ledger.key, rows }), onSuccess: (told) => (told.number === null ? window.print() : setNumber(told.number)) })
  const mark = number === undefined ? undefined : m.personal.watermark(person.name, town.today, number)
  useEffect(() => {
    if (number === undefined) return undefined
    const done = () => setNumber(undefined)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [number])
  if (ledger.fields.every((field) => field.personal === undefined)) return <PrintButton covers={covers} />
  return (
    <>
      <PrintButton covers={covers} onPrint={() => record.mutate()} />
      <Refused error={record.error} />
      {mark !== undefined &&
        createPortal(
          <p className="watermark" aria-hidden="true">
            {Array.from({ length: 60 }, (_, at) => (
              <span key={at}>{mark}</span>
            ))}
          </p>,
          document.body,
        )}
    </>
  )
}
