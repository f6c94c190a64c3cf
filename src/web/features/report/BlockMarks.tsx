import type { KeyboardEvent, ReactNode } from 'react'
import { useSpeech } from '../../app/i18n.tsx'

/** What can be done with one block of the paper: one stop of the Tab key, from which the arrows go on, since a report has hundreds of blocks. */
export const BlockMarks = ({ children }: { children: ReactNode }) => {
  const { m } = useSpeech()
  return (
    <div className="block-marks" role="toolbar" aria-label={m.report.blockMarks} onKeyDown={goOn}>
      {children}
    </div>
  )
}

const goOn = (event: KeyboardEvent<HTMLDivElement>): void => {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (step === 0 || at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
