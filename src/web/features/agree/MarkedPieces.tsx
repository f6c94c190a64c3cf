import type { PiecesOut } from '../../../api/block-change.ts'
import './agree.css'

/** Words with what was added underlined and what was removed struck. */
export const MarkedPieces = ({ pieces }: { pieces: PiecesOut }) =>
  pieces.map((piece, at) => (piece.kind === 'added' ? <ins key={at}>{piece.text}</ins> : piece.kind === 'removed' ? <del key={at}>{piece.text}</del> : <span key={at}>{piece.text}</span>))
