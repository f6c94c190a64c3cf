import { useState } from 'react'
import { Button, Modal } from 'antd'
import type { Ledger } from '../../../core/ledger/ledger.ts'
import { findField } from '../../../core/ledger/ledger.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { numberText } from '../../ui/number-text.ts'
import { ConflictView } from '../ledger/ConflictView.tsx'
import type { CellEdits } from './useCellEdits.ts'

/** The line under the grid: the reason edits go out with, what was not changed and why, and the way back. */
export const GridNotice = ({ ledger, edits, onPropose }: { ledger: Ledger; edits: CellEdits; onPropose: (entry: number) => void }) => {
  const { m, w, lang } = useSpeech()
  const [changing, setChanging] = useState(false)
  const { notice, conflict } = edits
  const field = notice?.kind === 'refused' && notice.field !== undefined ? findField(ledger, notice.field)?.title[lang] : undefined
  return (
    <div className="grid-notice no-print">
      <p role={notice?.kind === 'refused' ? 'alert' : 'status'} className={notice?.kind === 'refused' ? 'grid-refused' : undefined}>
        {notice === undefined
          ? m.grid.hint
          : notice.kind === 'undone'
            ? m.grid.undone(numberText(String(notice.undone)), numberText(String(notice.stay)))
            : `${notice.entry === 0 ? '' : `#${notice.entry} `}${field === undefined ? '' : `${field}：`}${w(notice.words)}`}
        {notice?.kind === 'refused' && notice.mayPropose && (
          <Button size="small" onClick={() => onPropose(notice.entry)}>
            {m.ledger.propose}
          </Button>
        )}
      </p>
      {edits.canUndo && (
        <Button size="small" onClick={edits.undo}>
          {m.grid.undo}
        </Button>
      )}
      {edits.reason !== undefined && (
        <span>
          {m.grid.reasonIs(edits.reason)}{' '}
          <button type="button" className="link" onClick={() => setChanging(true)}>
            {m.grid.changeReason}
          </button>
        </span>
      )}
      {edits.waiting !== undefined && <ReasonDialog title={m.grid.reasonTitle} about={m.grid.reasonAbout} act={m.grid.save} busy={false} error={null} onClose={() => edits.answer(undefined)} onReason={edits.answer} />}
      {changing && (
        <ReasonDialog
          title={m.grid.reasonTitle}
          about={m.grid.reasonAbout}
          act={m.grid.save}
          busy={false}
          error={null}
          onClose={() => setChanging(false)}
          onReason={(reason) => {
            edits.setReason(reason)
            setChanging(false)
          }}
        />
      )}
      {conflict !== undefined && (
        <Modal open footer={null} title={m.ledger.entryOf(w(ledger.title), conflict.entry)} onCancel={edits.drop} destroyOnHidden>
          <ConflictView ledger={ledger} conflict={conflict} onSettle={edits.settle} onDrop={edits.drop} />
        </Modal>
      )}
    </div>
  )
}
