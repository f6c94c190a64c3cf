import { useId } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { parsePeriod } from '../../../core/time/period.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Desk } from './useDesk.ts'
import type { Filter } from './work.ts'

const filters: readonly Filter[] = ['all', 'figure', 'commitment', 'direction']

/** How far the work is, what is walked through, and what is done with the whole. */
export const DeskTools = ({ desk }: { desk: Desk }) => {
  const { m } = useSpeech()
  const id = useId()
  const { work, tally } = desk
  const count = (filter: Filter) => (filter === 'all' ? work.items.length : work.items.filter((each) => each.kind === filter).length)
  return (
    <div className="source-tools" role="toolbar" aria-label={m.source.tools}>
      <div className="source-tools-line">
        <Link to="/sources" className="source-back">
          {m.source.list}
        </Link>
        <Segmented<Filter> aria-label={m.source.filter} value={work.filter} onChange={(filter) => filter !== work.filter && desk.filter(filter === 'all' ? work.filter : filter)} options={filters.map((filter) => ({ value: filter, label: <FilterLabel filter={filter} count={count(filter)} /> }))} />
        <label className="source-period" htmlFor={id} title={m.source.periodAbout}>
          {m.source.period}
          <Input id={id} value={work.period} maxLength={20} aria-invalid={parsePeriod(work.period) === undefined} {...(parsePeriod(work.period) === undefined && { status: 'error' as const })} onChange={(event) => desk.periodTo(event.target.value.trim().toUpperCase())} />
        </label>
      </div>
      <div className="source-tools-line source-acts">
        <span className="source-progress">
          <progress aria-label={m.source.decided(tally.decided, tally.all)} value={tally.decided} max={Math.max(1, tally.all)} />
          <span className="number-text" role="status">
            {m.source.decided(tally.decided, tally.all)}
          </span>
        </span>
        <Button type="text" onClick={() => desk.setAsk('leave')}>
          {m.source.leave}
        </Button>
        {desk.mayDecide && (
          <>
            <Button onClick={() => desk.setAsk('sure')}>{m.source.sure}</Button>
            <Button type="primary" onClick={() => desk.setAsk('book')}>
              {m.source.book}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** Each kind is named in the way it is marked. */
const FilterLabel = ({ filter, count }: { filter: Filter; count: number }) => {
  const { m } = useSpeech()
  return (
    <>
      <span className={filter === 'all' ? undefined : `mark mark-${filter} first last`}>{m.source.filters[filter]}</span> <small className="number-text">{count}</small>
    </>
  )
}
