import { useState } from 'react'
import { Input as TextBox } from 'antd'
import { erasedMark } from '../../core/access/mask.ts'
import { useSpeech } from '../app/i18n.tsx'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** A sealed fact: may be written anew, is never shown; one whose key was destroyed says so. The box starts empty, and left or made empty it keeps what was sealed. */
export const Input = ({ value, onChange, id, describedBy, invalid }: InputProps) => {
  const { m } = useSpeech()
  const [kept] = useState(value)
  const typed = value === null || value === kept ? '' : String(value)
  return <TextBox id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} autoComplete="off" {...(kept !== null && { placeholder: m.ledger.sealedKeep })} value={typed} onChange={(event) => onChange(event.target.value === '' ? kept : event.target.value)} />
}

export const Output = ({ value }: OutputProps) => {
  const { m } = useSpeech()
  if (value === null) return null
  return value === erasedMark ? <span className="faint">{m.personal.erased}</span> : <span title={m.ledger.sealed}>{mask}</span>
}

export const text: FieldView['text'] = (value) => (value === null ? '' : mask)

const mask = '••••••'
