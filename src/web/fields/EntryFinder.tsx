import { use, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { AutoComplete, Select } from 'antd'
import type { FoundEntry } from '../../api/link.ts'
import { useSpeech } from '../app/i18n.tsx'
import { ApiError } from '../app/errors.ts'
import { EntryPlaceContext } from './entry-place.ts'
import type { InputProps } from './field-view.ts'
import { useFinder, useTitle } from './useFinder.ts'
import './finder.css'

/** Finds an entry of a register by what is typed; choosing one fills what the form knows of it. A reference keeps its number, a text what it says. */
export const EntryFinder = (props: InputProps) => {
  const place = use(EntryPlaceContext)
  if (place === undefined) return null
  return props.field.kind === 'reference' ? <ReferenceFinder {...props} ledger={place.ledger} /> : <TextFinder {...props} ledger={place.ledger} />
}

type Chosen = { readonly value: string; readonly label?: ReactNode }

type Props = InputProps & { readonly ledger: string }

const ReferenceFinder = ({ ledger, field, value, onChange, id, describedBy, invalid }: Props) => {
  const { m } = useSpeech()
  const place = use(EntryPlaceContext)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<FoundEntry>()
  const finder = useFinder(ledger, field.key, typed)
  const kept = value === null || String(value) === '' ? undefined : String(value)
  const known = useTitle(ledger, field.key, kept === undefined || String(chosen?.entry) === kept ? undefined : kept)
  const title = kept === undefined ? undefined : String(chosen?.entry) === kept ? chosen?.title : known
  return (
    <Select<Chosen>
      id={id}
      className="finder"
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid && { status: 'error' as const })}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      allowClear
      virtual={false}
      placeholder={m.linking.find}
      value={kept === undefined ? null : { value: kept, label: title === undefined ? `#${kept}` : `${title}　#${kept}` }}
      labelInValue
      notFoundContent={<Nothing finder={finder} />}
      options={optionsOf(finder.found)}
      optionRender={(option) => <Found entry={finder.found.find((each) => optionOf(each) === option.value)} />}
      popupRender={(menu) => <Menu menu={menu} more={finder.more && typed !== ''} />}
      onChange={(next: Chosen | null | undefined) => {
        const entry = finder.found.find((each) => optionOf(each) === next?.value)
        setTyped('')
        onChange(entry === undefined ? null : String(entry.entry))
        setChosen(entry)
        if (entry !== undefined) place?.fill?.(field.key, entry.fill, entry.entry)
      }}
    />
  )
}

const TextFinder = ({ ledger, field, value, onChange, id, describedBy, invalid }: Props) => {
  const { m } = useSpeech()
  const place = use(EntryPlaceContext)
  const text = value === null ? '' : String(value)
  const [typing, setTyping] = useState('')
  const finder = useFinder(ledger, field.key, typing)
  return (
    <AutoComplete
      id={id}
      className="finder"
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid && { status: 'error' as const })}
      virtual={false}
      placeholder={m.linking.find}
      value={text}
      maxLength={field.maxLength ?? 400}
      options={typing === '' ? [] : optionsOf(finder.found)}
      optionRender={(option) => <Found entry={finder.found.find((each) => optionOf(each) === option.value)} />}
      popupRender={(menu) => <Menu menu={menu} more={finder.more} />}
      onSearch={setTyping}
      onChange={(next: string) => {
        if (!next.startsWith(optionMark)) onChange(next)
      }}
      onSelect={(chosen: string) => {
        const entry = finder.found.find((each) => optionOf(each) === chosen)
        setTyping('')
        if (entry !== undefined) place?.fill?.(field.key, entry.fill, entry.entry)
      }}
    />
  )
}

/** Tells a choice from what is typed. */
const optionMark = 'entry:'

const optionOf = (entry: FoundEntry): string => `${optionMark}${entry.entry}`

const optionsOf = (found: readonly FoundEntry[]) => found.map((entry) => ({ value: optionOf(entry), label: entry.title }))

/** An entry that was found, with what tells it from others of its name. */
const Found = ({ entry }: { readonly entry: FoundEntry | undefined }) => {
  const { w } = useSpeech()
  if (entry === undefined) return null
  return (
    <span className="finder-found">
      <b>{entry.title}</b>
      <i className="number-text">#{entry.entry}</i>
      {entry.facts.map(({ title, text }) => (
        <span key={title.en} title={w(title)}>
          {w(text)}
        </span>
      ))}
    </span>
  )
}

const Menu = ({ menu, more }: { readonly menu: ReactElement; readonly more: boolean }) => {
  const { m } = useSpeech()
  return (
    <>
      {menu}
      {more && <p className="finder-more">{m.linking.more}</p>}
    </>
  )
}

/** Why nothing is offered. */
const Nothing = ({ finder }: { readonly finder: ReturnType<typeof useFinder> }) => {
  const { m } = useSpeech()
  const closed = finder.error instanceof ApiError
  return <span className="faint">{closed ? m.linking.notOpen : !finder.asked ? m.linking.find : finder.waiting ? m.linking.finding : m.linking.none}</span>
}
