import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { Refused } from '../../ui/Refused.tsx'
import './personal.css'

/** Prints the rows on screen. A list with personal fields is recorded first, and carries who printed it, the day and the number of the record. */
export const PrintList = ({ ledger, rows }: { readonly ledger: Ledger; readonly rows: number }) => {
  const { m } = useSpeech()
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
  if (ledger.fields.every((field) => field.personal === undefined)) return <PrintButton />
  return (
    <>
      <PrintButton onPrint={() => record.mutate()} />
      <Refused error={record.error} />
      {mark !== undefined &&
        createPortal(
          <p className="watermark" aria-hidden="true">
            {`${mark.replaceAll(' ', '\u00a0')} `.repeat(60)}
          </p>,
          document.body,
        )}
    </>
  )
}
