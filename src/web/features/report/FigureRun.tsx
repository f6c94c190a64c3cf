import { useSpeech } from '../../app/i18n.tsx'
import type { NamedFigure } from './print-runs.ts'

type Props = { readonly text: string; readonly figure: NamedFigure | undefined; readonly measure: string; readonly marked: boolean; readonly open: boolean; readonly onOpen: (measure: string) => void }

/**
 * A number in the report: it breaks and justifies as text, takes the keyboard as a button, and opens what
 * stands behind it.
 */
export const FigureRun = ({ text, figure, measure, marked, open, onOpen }: Props) => {
  const { m, w } = useSpeech()
  const classes = ['figure-run', figure?.source === 'reported' || figure?.source === 'stated' ? 'figure-told' : '', marked ? 'marked' : '', open ? 'open' : ''].join(' ').trim()
  return (
    <span
      role="button"
      tabIndex={0}
      className={classes}
      data-measure={measure}
      aria-label={m.figure.openOf(figure === undefined ? measure : w(figure.title), text)}
      onClick={() => onOpen(measure)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen(measure)
      }}
    >
      {text}
    </span>
  )
}
