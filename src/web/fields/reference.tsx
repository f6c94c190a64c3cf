import { Link } from '@tanstack/react-router'
import { Input as TextBox } from 'antd'
import { use } from 'react'
import { EntryFinder } from './EntryFinder.tsx'
import { EntryPlaceContext } from './entry-place.ts'
import type { Field } from '../../core/ledger/field.ts'
import { useTitle } from './useFinder.ts'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'

/** An entry of another ledger, in a form found by what is typed and elsewhere by its number; a document opens as the paper it is. */
export const Input = (props: InputProps) => (use(EntryPlaceContext)?.fill === undefined ? <NumberInput {...props} /> : <EntryFinder {...props} />)

const NumberInput = ({ value, onChange, id, describedBy, invalid }: InputProps) => (
  <TextBox id={id} aria-describedby={describedBy} aria-invalid={invalid} {...(invalid && { status: 'error' as const })} inputMode="numeric" prefix="#" maxLength={15} value={value === null ? '' : String(value)} onChange={(event) => onChange(event.target.value.replace('#', '').trim())} />
)

export const Output = ({ field, value }: OutputProps) => {
  if (value === null) return null
  if (field.ledger === undefined) return <>#{String(value)}</>
  if (field.ledger === 'source')
    return (
      <Link to="/sources/$source" params={{ source: String(value) }}>
        #{String(value)}
      </Link>
    )
  return <EntryLink field={field} ledger={field.ledger} entry={String(value)} />
}

/** Inside an entry the link says what it leads to, where the reader may know. */
const EntryLink = ({ field, ledger, entry }: { readonly field: Field; readonly ledger: string; readonly entry: string }) => {
  const place = use(EntryPlaceContext)
  const title = useTitle(place?.ledger ?? '', field.key, place === undefined ? undefined : entry)
  return (
    <Link to="/ledgers/$ledger" params={{ ledger }} search={{ entry }}>
      {title !== undefined && `${title}　`}#{entry}
    </Link>
  )
}

export const text: FieldView['text'] = (value) => (value === null ? '' : `#${String(value)}`)
