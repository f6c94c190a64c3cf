import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { offsetOf, pageAt } from '../../app/page-search.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { ProposalCard } from './ProposalCard.tsx'
import '../remark/remark.css'
import './proposal.css'

const proposalsShown = 20

/** The proposed wordings of a report as marked differences, to be accepted or declined. */
export const ProposalListPage = () => {
  const { m } = useSpeech()
  const search = useSearch({ from: '/report/proposals' })
  const navigate = useNavigate({ from: '/report/proposals' })
  const all = search.state === 'all'
  const offset = offsetOf(search.page, proposalsShown)
  const query = useCall('proposal.list', { report: Number(search.report ?? 0), ...(all ? { state: 'all' as const } : {}), offset, limit: proposalsShown }, { keep: true, enabled: search.report !== undefined })
  return (
    <div className="page page-reading">
      <p className="crumb">
        <Link to="/report" search={query.data === undefined ? {} : { period: query.data.period }}>
          {m.agree.proposal.back}
        </Link>
      </p>
      <PageHead title={m.agree.proposal.title} note={query.data?.title}>
        {query.data !== undefined && (
          <Checkbox checked={all} onChange={(event) => void navigate({ search: (before) => ({ ...before, state: event.target.checked ? 'all' : undefined, page: undefined }) })}>
            {m.agree.proposal.all}
          </Checkbox>
        )}
      </PageHead>
      {search.report === undefined ? (
        <EmptyState title={m.agree.proposal.none} hint={m.agree.proposal.about} />
      ) : (
        <Answer query={query}>
          {({ proposals, total }) =>
            total === 0 ? (
              <EmptyState title={m.agree.proposal.none} hint={m.agree.proposal.about} />
            ) : (
              <>
                {proposals.map((proposal) => (
                  <ProposalCard key={`${proposal.entry}-${proposal.version}`} proposal={proposal} />
                ))}
                {(total > proposalsShown || offset > 0) && <Pager offset={offset} limit={proposalsShown} total={total} onMove={(next) => void navigate({ search: (before) => ({ ...before, page: pageAt(next, proposalsShown) }) })} />}
              </>
            )
          }
        </Answer>
      )}
    </div>
  )
}
