import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import type { Field } from '../../../core/ledger/field.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { choicesNamed } from './choices-named.ts'

/** The choices of a field as lines of text; they are taken when the lines are left. */
export const ChoiceList = ({ field, onField }: { readonly field: Field; readonly onField: (field: Field) => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const standing = (field.choices ?? []).map((choice) => choice.title.zh).join('\n')
  const [text, setText] = useState(standing)
  const take = useMutation({ mutationFn: async () => onField({ ...field, choices: await choicesNamed(text.split('\n'), field.choices ?? []) }) })
  return (
    <FormRow id={id} label={m.design.choices} hint={m.design.choicesHint} problem={take.isError ? m.design.notNamed : undefined}>
      <Input.TextArea id={id} aria-describedby={`${id}-note`} autoSize={{ minRows: 3, maxRows: 10 }} value={text} onChange={(event) => setText(event.target.value)} onBlur={() => text !== standing && take.mutate()} />
    </FormRow>
  )
}
