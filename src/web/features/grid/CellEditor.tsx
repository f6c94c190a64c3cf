import { useEffect, useRef } from 'react'
import { Select } from 'antd'
import type { Field } from '../../../core/ledger/field.ts'
import type { Value } from '../../../core/ledger/value.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOrgs } from '../../app/orgs.ts'

/** Kinds that are chosen, not typed. */
export const isChosen = (field: Field): boolean => field.kind === 'choice' || field.kind === 'flag' || field.kind === 'org'

type Chosen = { readonly field: Field; readonly label: string; readonly value: Value; readonly onChoose: (value: Value) => void; readonly onCancel: () => void }

/** The choices of a cell, open at once; taking one is the edit. */
export const ChoiceEditor = ({ field, label, value, onChoose, onCancel }: Chosen) => {
  const { m, lang } = useSpeech()
  const { orgs } = useOrgs()
  const options =
    field.kind === 'org'
      ? orgs.map((org) => ({ value: org.code, label: `${'　'.repeat(org.depth)}${org[lang]}`, find: `${org.zh} ${org.en} ${org.code}` }))
      : field.kind === 'flag'
        ? [{ value: 'true', label: m.ui.yes, find: m.ui.yes }, { value: 'false', label: m.ui.no, find: m.ui.no }]
        : (field.choices ?? []).map((choice) => ({ value: choice.key, label: choice.title[lang], find: `${choice.title.zh} ${choice.title.en}` }))
  const empty = field.required === true ? [] : [{ value: '', label: m.ui.blank, find: m.ui.blank }]
  return (
    <Select
      aria-label={label}
      className="grid-choice"
      defaultOpen
      autoFocus
      defaultValue={value === null ? undefined : String(value)}
      options={[...options, ...empty]}
      showSearch={{ optionFilterProp: 'find' }}
      popupMatchSelectWidth={false}
      virtual={false}
      onSelect={(key) => onChoose(key === '' ? null : field.kind === 'flag' ? key === 'true' : key)}
      onBlur={onCancel}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' || event.key === 'Tab') onCancel()
      }}
    />
  )
}

type Typed = { readonly label: string; readonly draft: string | undefined; readonly whole: boolean; readonly numeric: boolean; readonly longest: number; readonly onDraft: (draft: string) => void; readonly onLeave: () => void }

/**
 * Where a cell is typed in. It holds the focus of its cell before a key is pressed, unseen and empty, so that an input method composes in it from
 * the first stroke on; what is typed makes it seen.
 */
export const TextEditor = ({ label, draft, whole, numeric, longest, onDraft, onLeave }: Typed) => {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const input = box.current
    if (input !== null && whole) input.setSelectionRange(input.value.length, input.value.length)
  }, [whole])
  return (
    <input
      ref={box}
      className={draft === undefined ? 'grid-catch' : 'grid-edit'}
      data-catch=""
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      inputMode={numeric ? 'decimal' : 'text'}
      maxLength={longest}
      value={draft ?? ''}
      onChange={(event) => onDraft(event.target.value)}
      onBlur={onLeave}
    />
  )
}
