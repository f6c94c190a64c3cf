import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import type { ReportOut } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Refused } from '../../ui/Refused.tsx'

/** Asks once more before an edition is sealed, and says what will be printed on it: the head of the book, or of a frozen report where it was frozen. */
export const SealDialog = ({ report, onClose }: { report: ReportOut; onClose: () => void }) => {
  const { m, w } = useSpeech()
  const navigate = useNavigate()
  const today = useCall('today.read', {}, { staleTime: 0 })
  const seal = useMutation({
    mutationFn: () => call('edition.seal', { report: report.entry, saw: report.version }),
    onSuccess: async (edition) => {
      await rereadBook()
      await navigate({ to: '/editions/$edition', params: { edition: String(edition.entry) } })
    },
  })
  const head = today.data?.head
  const errors = report.findings.filter((finding) => finding.severity === 'error').length
  const last = report.editions.reduce((number, edition) => Math.max(number, edition.number), 0)
  return (
    <Modal open title={m.report.sealTitle(last + 1)} okText={m.report.sealAct} okButtonProps={{ danger: true }} confirmLoading={seal.isPending} onOk={() => seal.mutate()} onCancel={onClose} destroyOnHidden>
      <Refused error={seal.error} />
      <p>{m.report.sealAbout}</p>
      <dl className="facts">
        <dt>{m.report.title}</dt>
        <dd>
          {report.title} · {w(report.periodTitle)}
        </dd>
        <dt>{m.report.figuresPinned}</dt>
        <dd className="number-text">{report.figures.length}</dd>
        <dt>{m.edition.headNumber}</dt>
        <dd className="number-text">#{report.freeze?.number ?? head?.number ?? report.head}</dd>
        {report.freeze === null && (
          <>
            <dt>{m.edition.headHash}</dt>
            <dd>
              <code className="hash">{head?.hash ?? '…'}</code>
            </dd>
          </>
        )}
        <dt>{m.report.findings}</dt>
        <dd>{errors > 0 ? m.report.mustSettle(errors) : m.report.count(report.findings.length)}</dd>
      </dl>
    </Modal>
  )
}
