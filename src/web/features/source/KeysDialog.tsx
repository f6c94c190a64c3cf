import { Checkbox, Modal } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { hearSingleKeys, useSingleKeys } from './single-keys.ts'

/** The keys of the desk, and whether they are heard. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { m } = useSpeech()
  const heard = useSingleKeys()
  return (
    <Modal open title={m.source.keys} footer={null} onCancel={onClose} closable={{ 'aria-label': m.ui.close }} width={416} destroyOnHidden>
      <dl className="key-list">
        {m.source.keyList.map(([keys, text]) => (
          <div key={keys}>
            <dt>
              {keys?.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="form-hint">{m.source.keysAbout}</p>
      <Checkbox checked={heard} onChange={(event) => hearSingleKeys(event.target.checked)}>
        {m.source.keysHeard}
      </Checkbox>
    </Modal>
  )
}
