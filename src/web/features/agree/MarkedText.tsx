import type { BlockChangeOut } from '../../../api/block-change.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { MarkedPieces } from './MarkedPieces.tsx'

/** One block with its differences marked: added words underlined, removed words struck, and what became of the whole said in words. */
export const MarkedText = ({ change }: { change: BlockChangeOut }) => {
  const { m, lang } = useSpeech()
  const notes = [change.moved ? m.agree.history.movedHere : undefined, change.kind === 'added' ? m.agree.history.added : undefined, change.kind === 'removed' ? m.agree.history.removed : undefined]
  return (
    <p className={`marked-text marked-${(change.now ?? change.was)?.kind ?? 'paragraph'}`} lang="zh-CN">
      {notes.map(
        (note) =>
          note !== undefined && (
            <span key={note} className="marked-note" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
              {note}
            </span>
          ),
      )}
      <MarkedPieces pieces={change.pieces} />
    </p>
  )
}
