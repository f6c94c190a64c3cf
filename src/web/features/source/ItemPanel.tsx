import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { CommitmentForm } from './CommitmentForm.tsx'
import { FigureForm } from './FigureForm.tsx'
import { oneLine } from './item.ts'
import { ItemActs } from './ItemActs.tsx'
import { ReadFacts } from './ReadFacts.tsx'
import type { Desk } from './useDesk.ts'

const glyphs = { open: '○', taken: '✓', mended: '✎', dropped: '✕', refused: '!', booked: '●' } as const

/** The item at hand: what the text says of it, as what it would be kept, and what is decided. */
export const ItemPanel = ({ desk }: { desk: Desk }) => {
  const { m } = useSpeech()
  const { item, draft, look } = desk
  if (item === undefined || draft === undefined || look === undefined) return <p className="item-none">{desk.shownCount === 0 ? m.source.noneShown : m.source.pickOne}</p>
  return (
    <section className="item" aria-label={m.source.item}>
      <header className="item-head">
        <span className={`item-kind item-${item.kind}`}>{m.source.kind[item.kind]}</span>
        <span className="number-text faint">{m.source.place(desk.place, desk.shownCount)}</span>
        <span className="item-moves">
          <Button size="small" type="text" onClick={desk.previous} disabled={desk.place <= 1} aria-label={m.source.previous} title={`${m.source.previous} ↑`}>
            ↑
          </Button>
          <Button size="small" type="text" onClick={desk.next} disabled={desk.place >= desk.shownCount} aria-label={m.source.next} title={`${m.source.next} ↓`}>
            ↓
          </Button>
        </span>
        <span className={`item-look is-${look}`}>
          <i aria-hidden="true">{glyphs[look]}</i>
          {m.source.look[look]}
        </span>
      </header>
      <blockquote className="item-quote" lang="zh-CN">
        {item.kind === 'figure' && <span className="item-subject">{item.read.subject}</span>}
        {oneLine(item.read.quote)}
      </blockquote>
      <ItemActs desk={desk} />
      <div className={desk.unfolded ? 'item-body unfolded' : 'item-body'}>
        <ReadFacts item={item} findings={desk.work.read.findings} />
        {desk.mayDecideOn && (
          <form
            key={item.id}
            className="item-form"
            aria-label={m.source.mend}
            onSubmit={(event) => {
              event.preventDefault()
              desk.accept()
            }}
          >
            {item.kind === 'figure' && draft.kind === 'figure' && <FigureForm item={item} draft={draft} desk={desk} />}
            {item.kind !== 'figure' && draft.kind !== 'figure' && <CommitmentForm item={item} draft={draft} desk={desk} />}
            <button type="submit" className="only-read" tabIndex={-1}>
              {m.source.accept}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}
