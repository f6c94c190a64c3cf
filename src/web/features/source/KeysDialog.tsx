import { Modal } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'

/** The keys of the desk. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { m } = useSpeech()
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
    </Modal>
  )
}
