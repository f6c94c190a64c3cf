import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { offsetOf, pageAt } from '../../app/page-search.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { SupervisionItem } from './SupervisionItem.tsx'

const shown = 50

/** Every supervision item that is not closed, the nearest due first; closed ones too where asked. */
export const SupervisionList = () => {
  const { m } = useSpeech()
  const { state, page } = useSearch({ from: '/instructions' })
  const navigate = useNavigate({ from: '/instructions' })
  const all = state === 'all'
  const offset = offsetOf(page, shown)
  const query = useCall('supervision.list', { ...(all ? { state: 'all' as const } : {}), offset, limit: shown }, { keep: true })
  return (
    <>
      <p className="instruction-closed">
        <Checkbox checked={all} onChange={(event) => void navigate({ search: (before) => ({ ...before, state: event.target.checked ? 'all' : undefined, page: undefined }) })}>
          {m.agree.instruction.withClosed}
        </Checkbox>
      </p>
      <Answer query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <EmptyState title={m.agree.instruction.noItems} />
          ) : (
            <>
              <ul className="plain-list">
                {items.map((item) => (
                  <SupervisionItem key={item.entry} item={item} />
                ))}
              </ul>
              {(total > shown || offset > 0) && <Pager offset={offset} limit={shown} total={total} onMove={(next) => void navigate({ search: (before) => ({ ...before, page: pageAt(next, shown) }) })} />}
            </>
          )
        }
      </Answer>
    </>
  )
}
