import { useSpeech } from '../app/i18n.tsx'
import { numberText } from './number-text.ts'
import { unitWords } from './unit-words.ts'

/** A number with its unit in tabular figures; a dash where none is known. */
export const NumberCell = ({ value, unit = '' }: { value: string | null; unit?: string }) => {
  const { lang } = useSpeech()
  return (
    <span className="number">
      {value === null ? '—' : numberText(value)}
      {value !== null && unit !== '' && <small>{unitWords(unit, lang)}</small>}
    </span>
  )
}
