import type { FigureOut } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly text: string; readonly figure: FigureOut | undefined; readonly measure: string; readonly marked: boolean; readonly open: boolean; readonly onOpen: (measure: string) => void }

/** A number in the report: it reads as text, takes the keyboard as a button, and opens what stands behind it. */
export const FigureRun = ({ text, figure, measure, marked, open, onOpen }: Props) => {
  const { m, w } = useSpeech()
  const classes = ['figure-run', figure?.source === 'reported' || figure?.source === 'stated' ? 'figure-told' : '', marked ? 'marked' : '', open ? 'open' : ''].join(' ').trim()
  return (
    <button type="button" className={classes} onClick={() => onOpen(measure)} aria-label={m.figure.openOf(figure === undefined ? measure : w(figure.title), text)} data-measure={measure}>
      {text}
    </button>
  )
}
