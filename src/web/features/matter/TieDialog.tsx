import { useId, useMemo, useState } from 'react'
import { Input, Radio } from 'antd'
import type { MatterOut } from '../../../api/matter.ts'
import { call } from '../../app/call.ts'
import { fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import type { Chosen } from './MatterFinder.tsx'
import { MatterFinder } from './MatterFinder.tsx'

/** How a matter is tied, and to which, where that is known. */
export type Tying = { readonly how: 'merge' | 'duplicate' | 'recurrence' | 'related'; readonly other?: Chosen }

/** Lets a matter go on in another, or says how it belongs to it. */
export const TieDialog = ({ matter, tying, mayMerge, onClose }: { readonly matter: MatterOut; readonly tying: Tying; readonly mayMerge: boolean; readonly onClose: () => void }) => {
  const { m, w } = useSpeech()
  const told = m.matter.tie
  const id = useId()
  const once = useMemo(() => crypto.randomUUID(), [])
  const [how, setHow] = useState(tying.how)
  const [other, setOther] = useState(tying.other)
  const [note, setNote] = useState('')
  const own = { ledger: matter.ledger, entry: matter.entry, note: note.trim(), once }
  const tie = useBookAct(() => (how === 'merge' ? call('matter.merge', { ...own, into: other?.entry ?? 0 }) : call('matter.link', { ...own, otherLedger: other?.ledger ?? '', other: other?.entry ?? 0, kind: how })), onClose)
  const wrong = fieldWords(tie.error, 'into') ?? fieldWords(tie.error, 'other')
  return (
    <FormDialog title={told.tie} about={told.howAbout[how]} act={told.how[how]} danger={how === 'merge'} ready={other !== undefined && (how !== 'merge' || other.ledger === matter.ledger) && note.trim().length >= 2} busy={tie.isPending} error={tie.error} onSubmit={() => tie.mutate(undefined)} onClose={onClose}>
      <FormRow id={`${id}-how`} label={told.howLabel}>
        <Radio.Group id={`${id}-how`} value={how} onChange={(event) => setHow(event.target.value as Tying['how'])} options={(['merge', 'duplicate', 'recurrence', 'related'] as const).filter((each) => each !== 'merge' || mayMerge).map((value) => ({ value, label: told.how[value] }))} />
      </FormRow>
      <FormRow id={`${id}-other`} label={told.other} required hint={how === 'merge' ? told.otherHintMerge : told.otherHint} problem={how === 'merge' && other !== undefined && other.ledger !== matter.ledger ? told.otherLedger : wrong === undefined ? undefined : w(wrong)}>
        <MatterFinder id={`${id}-other`} ledger={how === 'merge' ? matter.ledger : undefined} own={matter} openOnly={how === 'merge'} value={other} onChange={setOther} />
      </FormRow>
      <FormRow id={`${id}-note`} label={told.note} required>
        <Input.TextArea id={`${id}-note`} aria-describedby={`${id}-note-note`} value={note} maxLength={2000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={(event) => setNote(event.target.value)} />
      </FormRow>
    </FormDialog>
  )
}
