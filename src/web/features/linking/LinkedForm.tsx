import { Modal } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EntryForm } from '../ledger/EntryForm.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'

type Props = { readonly ledger: string; readonly field: string; readonly entry: number; readonly onClose: () => void }

/** A new entry that names one, with what is known of that filled in. */
export const LinkedForm = ({ ledger: key, field, entry, onClose }: Props) => {
  const { m, w } = useSpeech()
  const { find } = useLedgers()
  const ledger = find(key)
  const query = useCall('link.find', { ledger: key, field, q: `#${entry}` })
  if (ledger === undefined) return null
  return (
    <Modal open title={m.ledger.newIn(w(ledger.title))} footer={null} onCancel={onClose} width={720} destroyOnHidden>
      <Answer query={query}>
        {({ found }) => {
          const fill = found.find((each) => each.entry === entry)?.fill ?? {}
          return <EntryForm ledger={ledger} act="create" entry={undefined} start={{ ...fill, [field]: String(entry) }} filled={Object.fromEntries(Object.keys(fill).map((each) => [each, { by: field, entry }]))} onDone={onClose} onCancel={onClose} />
        }}
      </Answer>
    </Modal>
  )
}
