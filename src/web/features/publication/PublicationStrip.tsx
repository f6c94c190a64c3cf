import { lazy, Suspense, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { Lamp } from '../../ui/Lamp.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import './publication.css'

const PublishDialog = lazy(() => import('./PublishDialog.tsx').then((it) => ({ default: it.PublishDialog })))

/** Whether an edition is public, with its address; and for the office, making it public and taking it back. */
export const PublicationStrip = ({ edition }: { edition: string }) => {
  const { m } = useSpeech()
  const { can: session } = useSession()
  const { data } = useCall('publication.list', { edition }, { enabled: may(session, 'publication.list') })
  const [asking, setAsking] = useState<'publish' | 'withdraw'>()
  const [copied, setCopied] = useState(false)
  const standing = data?.publications[0]
  const withdraw = useMutation({
    mutationFn: (reason: string) => call('publication.withdraw', { publication: standing?.entry ?? 0, saw: standing?.version ?? 0, reason }),
    onSuccess: async () => {
      setAsking(undefined)
      await rereadBook()
    },
  })
  if (data === undefined || (standing === undefined && !may(data.can, 'publication.create'))) return null
  const address = `/public/${standing?.entry ?? 0}`
  const isPublic = standing?.state === 'public'
  return (
    <section className="publication-strip" aria-label={m.publication.page}>
      {standing !== undefined && <Lamp state={isPublic ? 'kept' : 'behind'} text={isPublic ? `${m.publication.standing} ${standing.day}` : m.publication.withdrawn} />}
      {standing !== undefined && <span className="number-text">{standing.index}</span>}
      {isPublic && (
        <a href={address} target="_blank" rel="noreferrer">
          {m.publication.open}
        </a>
      )}
      {isPublic && (
        <Button size="small" onClick={() => void navigator.clipboard.writeText(new URL(address, window.location.href).href).then(() => setCopied(true))}>
          {m.publication.copy}
        </Button>
      )}
      {isPublic && may(data.can, 'publication.withdraw') && (
        <Button size="small" danger onClick={() => setAsking('withdraw')}>
          {m.publication.withdraw}
        </Button>
      )}
      {!isPublic && may(data.can, 'publication.create') && <Button onClick={() => setAsking('publish')}>{m.publication.publish}</Button>}
      <span role="status" className="faint">
        {copied && m.publication.copied}
      </span>
      {asking === 'withdraw' && <ReasonDialog title={m.publication.withdrawTitle} about={m.publication.withdrawAbout} act={m.publication.withdraw} danger busy={withdraw.isPending} error={withdraw.error} onClose={() => setAsking(undefined)} onReason={(reason) => withdraw.mutate(reason)} />}
      {asking === 'publish' && (
        <Suspense fallback={null}>
          <PublishDialog edition={edition} proposed={data.proposed} standing={standing} onClose={() => setAsking(undefined)} />
        </Suspense>
      )}
    </section>
  )
}
