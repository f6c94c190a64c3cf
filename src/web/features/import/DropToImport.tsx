import { useEffect, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { handedFile } from './handed-file.ts'
import './import.css'

/** Makes the page of a ledger take a workbook wherever it is dropped, and open its import with it; a place for other files keeps them. */
export const DropToImport = ({ ledger }: { readonly ledger: Ledger }) => {
  const { m, w } = useSpeech()
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const { key } = ledger
  useEffect(() => {
    const isOurs = (event: DragEvent): boolean => !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true
    const hover = (event: DragEvent): void => {
      setOver(isOurs(event))
      if (isOurs(event)) event.preventDefault()
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      const file = isOurs(event) ? event.dataTransfer?.files[0] : undefined
      if (file === undefined) return
      event.preventDefault()
      handedFile.file = file
      void navigate({ to: '/ledgers/$ledger/import', params: { ledger: key } })
    }
    document.addEventListener('dragover', hover)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', hover)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [key, navigate])
  return over ? (
    <div className="import-over" role="status">
      {m.import.dropHere(w(ledger.title))}
    </div>
  ) : null
}
