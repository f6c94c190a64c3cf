import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import type { Desk } from './useDesk.ts'

/** How many items the server would not take; the way to the next of them, or past them all. */
export const RefusedNote = ({ desk }: { desk: Desk }) => {
  const { m } = useSpeech()
  const ids = desk.work.items.filter((each) => desk.work.refusals.has(each.id)).map((each) => each.id)
  if (ids.length === 0) return null
  const next = ids[(ids.indexOf(desk.work.at ?? '') + 1) % ids.length] ?? ids[0]
  return (
    <div className="refused-note" role="alert">
      {m.source.refusedCount(ids.length)}
      {next !== undefined && (
        <Button size="small" onClick={() => desk.go(next)}>
          {m.source.refusedNext}
        </Button>
      )}
      <Button size="small" onClick={() => desk.decideAll(ids, 'dropped')}>
        {m.source.refusedDrop(ids.length)}
      </Button>
    </div>
  )
}
