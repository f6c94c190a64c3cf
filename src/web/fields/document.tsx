import { useSpeech } from '../app/i18n.tsx'
import type { FieldView, OutputProps } from './field-view.ts'

/** A structured document has screens of its own; in a form or a cell it is only named. */
export const Input = () => {
  const { m } = useSpeech()
  return <span className="faint">{m.ledger.document}</span>
}

export const Output = ({ value }: OutputProps) => {
  const { m } = useSpeech()
  return value === null ? null : <span className="faint">{m.ledger.document}</span>
}

export const text: FieldView['text'] = () => ''
