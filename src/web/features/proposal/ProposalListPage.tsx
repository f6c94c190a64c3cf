import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ProposalCard } from './ProposalCard.tsx'
import './proposal.css'

/** The proposed wordings of a report as marked differences, to be accepted or declined. */
export const ProposalListPage = () => {
  const { m } = useSpeech()
  const search = useSearch({ from: '/report/proposals' })
  const navigate = useNavigate({ from: '/report/proposals' })
  const all = search.state === 'all'
  const query = useCall('proposal.list', { report: Number(search.report ?? 0), ...(all ? { state: 'all' as const } : {}) }, { keep: true, enabled: search.report !== undefined })
  return (
    <div className="page page-reading">
      <p className="crumb">
        <Link to="/report" search={query.data === undefined ? {} : { period: query.data.period }}>
          {m.agree.proposal.back}
        </Link>
      </p>
      <PageHead title={m.agree.proposal.title} note={query.data?.title}>
        <Checkbox checked={all} onChange={(event) => void navigate({ search: (before) => ({ ...before, state: event.target.checked ? 'all' : undefined }) })}>
          {m.agree.proposal.all}
        </Checkbox>
      </PageHead>
      {search.report === undefined ? (
        <EmptyState title={m.agree.proposal.none} hint={m.agree.proposal.about} />
      ) : (
        <Answer query={query}>
          {({ proposals }) => (proposals.length === 0 ? <EmptyState title={m.agree.proposal.none} hint={m.agree.proposal.about} /> : proposals.map((proposal) => <ProposalCard key={`${proposal.entry}-${proposal.version}`} proposal={proposal} />))}
        </Answer>
      )}
    </div>
  )
}
