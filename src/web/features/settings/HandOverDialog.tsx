import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Select } from 'antd'
import type { PersonOut } from '../../../api/account.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

type Props = { readonly people: readonly PersonOut[]; readonly onDone: (told: string) => void; readonly onClose: () => void }

/** Hands every open post of one person to another from a day; nobody takes a post over by her own hand. */
export const HandOverDialog = ({ people, onDone, onClose }: Props) => {
  const { m, w, lang } = useSpeech()
  const { town, person: self } = useSession()
  const id = useId()
  const [giver, setGiver] = useState<number>()
  const [taker, setTaker] = useState<number>()
  const [day, setDay] = useState(town.today)
  const nameOf = (person: number | undefined) => people.find((each) => each.id === person)?.name ?? ''
  const send = useMutation({
    mutationFn: () => call('post.handover', { from: giver ?? 0, to: taker ?? 0, day }),
    onSuccess: async () => {
      await rereadBook()
      onDone(m.people.handedOver(nameOf(giver), nameOf(taker), day))
    },
  })
  const row = (field: string) => {
    const words = fieldWords(send.error, field)
    return { id: `${id}-${field}`, required: true, problem: words === undefined ? undefined : w(words) }
  }
  const open = (person: PersonOut) => person.posts.filter((post) => post.to === null)
  const option = (person: PersonOut) => ({ value: person.id, label: person.name, find: `${person.name} ${person.login ?? ''} ${person.org[lang]}` })
  const held = people.find((person) => person.id === giver)
  return (
    <FormDialog title={m.people.handOver} about={m.people.handOverAbout} act={m.people.handOver} ready={giver !== undefined && taker !== undefined && giver !== taker && day !== ''} busy={send.isPending} error={send.error} onSubmit={() => send.mutate()} onClose={onClose}>
      <FormRow {...row('from')} label={m.people.giver} hint={held && open(held).map((post) => `${w(post.title)} · ${post.org[lang]}`).join('；')}>
        <Select id={`${id}-from`} aria-describedby={`${id}-from-note`} className="field-select" value={giver} onChange={setGiver} showSearch={{ optionFilterProp: 'find' }} options={people.filter((person) => open(person).length > 0).map(option)} virtual={false} autoFocus />
      </FormRow>
      <FormRow {...row('to')} label={m.people.taker}>
        <Select id={`${id}-to`} aria-describedby={`${id}-to-note`} className="field-select" value={taker} onChange={setTaker} showSearch={{ optionFilterProp: 'find' }} options={people.filter((person) => person.id !== giver && person.id !== self.id).map(option)} virtual={false} />
      </FormRow>
      <FormRow {...row('day')} label={m.people.day}>
        <DayInput id={`${id}-day`} describedBy={`${id}-day-note`} value={day} onChange={setDay} />
      </FormRow>
    </FormDialog>
  )
}
