import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import type { Desk } from './useDesk.ts'

/** Accept, mend, drop and undo; each shows its key. */
export const ItemActs = ({ desk }: { desk: Desk }) => {
  const { m } = useSpeech()
  return (
    <div className="item-acts" role="group" aria-label={m.source.tools}>
      {desk.booked !== undefined && (
        <Link to="/ledgers/$ledger" params={{ ledger: desk.booked.ledger }} search={{ entry: String(desk.booked.entry) }}>
          {m.source.toEntry(desk.booked.entry)}
        </Link>
      )}
      {desk.mayDecideOn && (
        <>
          <Button type="primary" onClick={desk.accept}>
            {m.source.accept}
            <kbd aria-hidden="true">↵</kbd>
          </Button>
          <Button onClick={desk.mendNow}>
            {m.source.mend}
            <kbd aria-hidden="true">E</kbd>
          </Button>
          <Button onClick={desk.drop}>
            {m.source.drop}
            <kbd aria-hidden="true">X</kbd>
          </Button>
          <Button type="text" onClick={desk.undo} disabled={desk.work.past.length === 0}>
            {m.source.undo}
            <kbd aria-hidden="true">U</kbd>
          </Button>
        </>
      )}
      <Button type="text" className="item-fold" aria-expanded={desk.unfolded} onClick={() => desk.setUnfolded(!desk.unfolded)}>
        {desk.unfolded ? m.source.less : m.source.more}
      </Button>
    </div>
  )
}
