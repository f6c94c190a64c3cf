import { useId, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Input, Radio, Select } from 'antd'
import type { Reporting } from '../../../api/finding.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { OutboxList } from './OutboxList.tsx'
import { PhotoPicker } from './PhotoPicker.tsx'
import { PlacedLine } from './PlacedLine.tsx'
import type { Sent } from './send-finding.ts'
import { useOutbox } from './useOutbox.ts'
import { usePosition } from './usePosition.ts'
import { useReporting } from './useReporting.ts'
import './finding.css'

/** Reports what was found where it was found: a photo, what it is, and sent; the rest is filled in by itself. */
export const ReportFindingPage = () => {
  const { m } = useSpeech()
  const { person } = useSession()
  const query = useReporting(person.id)
  const outbox = useOutbox(person.id)
  return (
    <div className="page page-reading">
      <PageHead title={m.finding.title} note={m.finding.about} />
      <Answer query={query}>{(reporting) => (reporting.ledgers.length === 0 ? <EmptyState title={m.finding.nothing} /> : <FindingForm reporting={reporting} outbox={outbox} />)}</Answer>
      <OutboxList kept={outbox.kept} others={outbox.others} refusals={outbox.refusals} sending={outbox.sending} onSend={() => void outbox.sendAll()} onDrop={(once) => void outbox.drop(once)} />
    </div>
  )
}

const FindingForm = ({ reporting, outbox }: { readonly reporting: Reporting; readonly outbox: ReturnType<typeof useOutbox> }) => {
  const { m, w, lang } = useSpeech()
  const told = m.finding
  const { person, town } = useSession()
  const id = useId()
  const { placed, ask } = usePosition()
  const [photos, setPhotos] = useState<readonly File[]>([])
  const [what, setWhat] = useState<string>()
  const [line, setLine] = useState('')
  const [place, setPlace] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [came, setCame] = useState<Sent | 'kept' | 'lost'>()
  const [ledgerKey = '', kind = ''] = (what ?? '').split(' ')
  const ledger = reporting.ledgers.find(({ key }) => key === ledgerKey) ?? reporting.ledgers[0]
  const orgs = reporting.orgs.filter(({ code }) => ledger?.orgs.includes(code) === true)
  const org = orgs.find(({ code }) => code === place) ?? orgs[0]
  const ready = what !== undefined && org !== undefined && (photos.length > 0 || line.trim() !== '')

  const send = async () => {
    if (ledger === undefined || org === undefined) return
    setBusy(true)
    setCame(undefined)
    try {
      const sent = await outbox.add({
        once: crypto.randomUUID(), person: person.id, ledger: ledger.key, org: org.code, day: town.today, made: new Date().toISOString(), photosField: ledger.photos, photos: photos.map((photo) => ({ name: photo.name, bytes: photo })),
        ...(kind !== '' && { kind }), ...(line.trim() !== '' && { line: line.trim() }), ...(placed.kind === 'known' ? { position: placed.position } : placed.kind === 'denied' ? { unplaced: 'denied' as const } : { unplaced: 'unavailable' as const }),
      })
      setCame(sent === undefined || sent.kind === 'waiting' ? 'kept' : sent)
      setPhotos([])
      setLine('')
      setWhat(undefined)
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem
      setCame('lost')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className="finding-form"
      aria-label={told.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void send()
      }}
    >
      <PhotoPicker photos={photos} megabytes={reporting.most} onChange={setPhotos} />
      <FormRow id={`${id}-kind`} label={told.what} required>
        <Radio.Group id={`${id}-kind`} className="finding-kinds" value={what} onChange={(event) => setWhat(String(event.target.value))}>
          {reporting.ledgers.map(({ key, title, kind: of }) => (
            <div key={key} role="group" aria-label={title[lang]} className="finding-kinds">
              {reporting.ledgers.length > 1 && of !== null && <div className="finding-kinds-of">{title[lang]}</div>}
              {(of?.choices ?? [{ key: '', title }]).map((choice) => (
                <Radio.Button key={choice.key} value={`${key} ${choice.key}`}>
                  {choice.title[lang]}
                </Radio.Button>
              ))}
            </div>
          ))}
        </Radio.Group>
      </FormRow>
      <FormRow id={`${id}-line`} label={ledger === undefined ? told.line : w(ledger.line.title)} hint={told.lineHint}>
        <Input.TextArea id={`${id}-line`} aria-describedby={`${id}-line-note`} value={line} maxLength={Math.min(ledger?.line.maxLength ?? 200, 400)} autoSize={{ minRows: 1, maxRows: 4 }} onChange={(event) => setLine(event.target.value)} />
      </FormRow>
      {orgs.length > 1 && (
        <FormRow id={`${id}-org`} label={told.org}>
          <Select id={`${id}-org`} value={org?.code ?? null} onChange={setPlace} options={orgs.map((each) => ({ value: each.code, label: each[lang] }))} />
        </FormRow>
      )}
      <PlacedLine placed={placed} middle={org?.middle ?? null} far={reporting.far} onAsk={ask} />
      <Button type="primary" size="large" block htmlType="submit" disabled={!ready} loading={busy}>
        {told.send}
      </Button>
      {!ready && <p className="faint">{told.notReady}</p>}
      <p role="status" className="finding-came">
        {came === 'kept' && told.kept}
        {came === 'lost' && told.lost}
        {typeof came === 'object' && came.kind === 'refused' && w(came.why)}
        {typeof came === 'object' && came.kind === 'arrived' && (
          <>
            {told.arrived(came.id)}{' '}
            <Link to="/matters/$ledger/$entry" params={{ ledger: came.ledger, entry: String(came.id) }}>
              {told.open}
            </Link>
          </>
        )}
      </p>
    </form>
  )
}
