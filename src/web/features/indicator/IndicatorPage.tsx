import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { IndicatorFilters } from './IndicatorFilters.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { useIndicator } from './useIndicator.ts'
import './indicator.css'

/** The table of main indicators: chosen, shown, saved under a name, printed on one page, sent on as Excel or Word. */
export const IndicatorPage = () => {
  const { m, w } = useSpeech()
  const it = useIndicator()
  const [dialog, setDialog] = useState<'save' | 'again' | 'drop'>()
  const [title, setTitle] = useState('')
  const words = m.indicator
  const can = it.saved.data?.can ?? {}
  const close = () => {
    setDialog(undefined)
    it.save.reset()
    it.drop.reset()
  }
  return (
    <div className="page page-wide indicator-page">
      <PageHead title={words.title}>
        {may(can, 'indicator.save') && <Button onClick={() => { setTitle(it.query.data?.title ?? ''); setDialog('save') }}>{words.save}</Button>}
        {it.chosen !== undefined && may(can, 'indicator.save') && <Button onClick={() => { setTitle(it.chosen?.title ?? ''); setDialog('again') }}>{words.saveAgain}</Button>}
        {it.chosen !== undefined && may(can, 'indicator.void') && <Button danger onClick={() => setDialog('drop')}>{words.drop}</Button>}
        <Button href={fileAddress('indicator.export', { ...it.asked, format: 'xlsx' })} download>{words.excel}</Button>
        <Button href={fileAddress('indicator.export', { ...it.asked, format: 'docx' })} download>{words.word}</Button>
        <PrintButton />
      </PageHead>
      <IndicatorFilters it={it} />
      <Answer query={it.query} lines={12}>
        {(table) =>
          table.rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <div aria-busy={it.query.isPlaceholderData}>
              <h2 className="indicator-title">{table.title}</h2>
              <p className="indicator-covers number-text">{words.covers(w(table.orgName), w(table.periodTitle), table.cutoff, table.time)}</p>
              <IndicatorTable table={table} />
            </div>
          )
        }
      </Answer>
      <p className="indicator-ledgers no-print">
        <Link to="/ledgers/$ledger" params={{ ledger: 'target' }}>{words.targets}</Link>
        <Link to="/ledgers/$ledger" params={{ ledger: 'ranking' }}>{words.rankings}</Link>
      </p>
      {(dialog === 'save' || dialog === 'again') && (
        <FormDialog title={dialog === 'save' ? words.save : words.saveAgain} act={words.saveAct} ready={title.trim().length >= 2} busy={it.save.isPending} error={it.save.error} onClose={close} onSubmit={() => it.save.mutate({ title: title.trim(), over: dialog === 'again' }, { onSuccess: close })}>
          <FormRow id="indicator-name" label={words.name} required>
            <Input id="indicator-name" maxLength={60} value={title} onChange={(event) => setTitle(event.target.value)} autoFocus />
          </FormRow>
        </FormDialog>
      )}
      {dialog === 'drop' && <ReasonDialog title={words.drop} about={words.dropAbout} act={words.drop} danger busy={it.drop.isPending} error={it.drop.error} onClose={close} onReason={(reason) => it.drop.mutate(reason, { onSuccess: close })} />}
    </div>
  )
}
