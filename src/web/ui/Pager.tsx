import { Button } from 'antd'
import { useSpeech } from '../app/i18n.tsx'
import { numberText } from './number-text.ts'

type Props = { readonly offset: number; readonly limit: number; readonly total: number; readonly onMove: (offset: number) => void }

/** Which rows are shown of how many, and the way to the others. */
export const Pager = ({ offset, limit, total, onMove }: Props) => {
  const { m } = useSpeech()
  const last = Math.min(offset + limit, total)
  return (
    <nav className="pager" aria-label={m.ui.pages}>
      <span aria-live="polite">{total === 0 ? m.ui.noRows : m.ui.range(numberText(String(offset + 1)), numberText(String(last)), numberText(String(total)))}</span>
      {total > limit && (
        <>
          <Button size="small" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - limit))}>
            {m.ui.previousPage}
          </Button>
          <Button size="small" disabled={last >= total} onClick={() => onMove(offset + limit)}>
            {m.ui.nextPage}
          </Button>
        </>
      )}
    </nav>
  )
}
