import { useId, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox, Input, Progress, Select } from 'antd'
import type { ImportOut } from '../../../api/import.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useSession } from '../../app/session.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { numberText } from '../../ui/number-text.ts'
import { Refused } from '../../ui/Refused.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportExamples } from './ImportExamples.tsx'
import { ImportProblems } from './ImportProblems.tsx'
import { ImportWarnings } from './ImportWarnings.tsx'
import { SheetSelect } from './SheetSelect.tsx'
import type { ImportDesk } from './useImport.ts'

type Props = { readonly it: ImportDesk; readonly data: ImportOut; readonly register: boolean }

const outcomes = ['create', 'correct', 'same', 'problem', 'skipped'] as const

/** How a workbook was read and what it will do; and, once it is written, what it did. While a required field has no column, the columns stand before the problems they make. */
export const ImportPreview = ({ it, data, register }: Props) => {
  const { m } = useSpeech()
  const number = (value: number): string => numberText(String(value))
  const busy = data.state === 'reading' || data.state === 'writing'
  const { rows, of } = data.progress
  const answered = new Set([...data.columns.flatMap(({ field }) => (field === null ? [] : [field])), ...data.fixed.map(({ field }) => field)])
  const unmatched = data.fields.some(({ key, required }) => required && !answered.has(key))
  const matching = data.state !== 'done' && data.columns.length > 0 && <ImportColumns it={it} data={data} />
  return (
    <>
      {busy && (
        <div className="import-busy" role="status">
          <span>{data.state === 'reading' ? m.import.reading(number(rows)) : m.import.writing(number(rows), number(of ?? 0))}</span>
          {data.state === 'writing' && of !== null && of > 0 && <Progress percent={Math.floor((rows * 100) / of)} size="small" />}
          <Button size="small" loading={it.cancel.isPending} onClick={() => it.cancel.mutate()}>
            {m.import.stop}
          </Button>
        </div>
      )}
      {data.state === 'done' && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={m.import.done(number(data.counts.create), number(data.counts.correct))}
          action={
            <Link to="/ledgers/$ledger" params={{ ledger: it.ledger }}>
              {m.import.toLedger}
            </Link>
          }
          className="refused"
        />
      )}
      {data.before !== null && data.state === 'ready' && <Alert type="warning" showIcon role="note" title={m.import.before(data.before.day, data.before.by, number(data.before.created + data.before.corrected))} className="refused" />}
      <Refused error={it.map.error ?? it.cancel.error} />
      {data.state !== 'done' && data.state !== 'writing' && data.sheets.length > 0 && <SheetChoice it={it} data={data} />}
      <dl className="import-counts">
        {outcomes.map((outcome) => (
          <div key={outcome} className={outcome === 'problem' && data.counts.problem > 0 ? 'import-wrong' : undefined} {...(outcome === 'skipped' && { title: m.import.skippedAbout })}>
            <dt>{m.import.counts[outcome]}</dt>
            <dd className="number-text">{number(data.counts[outcome])}</dd>
          </div>
        ))}
        {data.warned > 0 && (
          <div className="import-warned" title={m.import.warnedAbout}>
            <dt>{m.import.warned}</dt>
            <dd className="number-text">{number(data.warned)}</dd>
          </div>
        )}
      </dl>
      {data.state === 'ready' && data.failure === null && <WriteForm key={data.import} it={it} data={data} register={register} />}
      {unmatched && matching}
      <ImportProblems data={data} />
      <ImportWarnings data={data} />
      {!unmatched && matching}
      <ImportExamples data={data} />
    </>
  )
}

/** Which sheet, where its head ends, and by what its rows are known again. */
const SheetChoice = ({ it, data }: Pick<Props, 'it' | 'data'>) => {
  const { m, w } = useSpeech()
  const id = useId()
  const [row, setRow] = useState<string>()
  const shown = row ?? (data.headerTo === null ? '' : String(data.headerTo))
  const titleOf = (key: string): string => {
    const field = data.fields.find((each) => each.key === key)
    return field === undefined ? key : w(field.title)
  }
  return (
    <form
      className="filters import-choice"
      onSubmit={(event) => {
        event.preventDefault()
        if (/^(0|[1-9]\d{0,5})$/.test(shown)) it.map.mutate({ headerTo: Number(shown) })
      }}
    >
      <label htmlFor={`${id}-sheet`}>
        <span>{m.import.sheet}</span>
        <SheetSelect id={`${id}-sheet`} sheets={data.sheets} sheet={data.sheet} onSheet={(sheet) => it.map.mutate({ sheet })} />
      </label>
      <label htmlFor={`${id}-row`}>
        <span title={m.import.headerHint}>{m.import.header}</span>
        <Input id={`${id}-row`} className="import-row" inputMode="numeric" value={shown} onChange={(event) => setRow(event.target.value.replace(/\D/g, ''))} />
      </label>
      {shown !== String(data.headerTo ?? '') && <Button htmlType="submit">{m.import.reread}</Button>}
      {data.keys.length > 0 && (
        <label htmlFor={`${id}-key`}>
          <span title={m.import.keyAbout}>{m.import.key}</span>
          <Select id={`${id}-key`} className="import-sheet" value={data.key === null ? '' : data.key.join('+')} onChange={(key: string) => it.map.mutate({ key: key === '' ? null : key.split('+') })} options={[...data.keys.map((key) => ({ value: key.join('+'), label: key.map(titleOf).join('、') })), { value: '', label: m.import.keyNone }]} />
        </label>
      )}
    </form>
  )
}

const WriteForm = ({ it, data, register }: Props) => {
  const { m } = useSpeech()
  const { town } = useSession()
  const id = useId()
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState<string>(town.today)
  const [whole, setWhole] = useState(false)
  const [tried, setTried] = useState(false)
  const rows = data.counts.create + data.counts.correct
  const needs = data.counts.correct > 0
  const short = needs && reason.trim().length < 2
  if (rows === 0) return <p role="status">{m.import.nothing}</p>
  const dated = register && data.counts.create > 0 && !data.columns.some((column) => column.field === 'valid_from')
  return (
    <form
      className="import-write"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!short) it.accept.mutate({ rows: whole ? 'all' : 'good', ...(needs && { reason: reason.trim() }), ...(dated && { from }) })
      }}
    >
      <Refused error={it.accept.error} />
      {needs && (
        <FormRow id={`${id}-reason`} label={m.import.reason} required hint={m.import.reasonHint} problem={tried && short ? m.ui.reasonShort : undefined}>
          <Input id={`${id}-reason`} aria-describedby={`${id}-reason-note`} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </FormRow>
      )}
      {dated && (
        <FormRow id={`${id}-from`} label={m.import.from} required hint={m.import.fromHint}>
          <DayInput label={m.import.from} value={from} onChange={setFrom} />
        </FormRow>
      )}
      <div className="import-acts">
        <Button type="primary" htmlType="submit" loading={it.accept.isPending}>
          {m.import.write(numberText(String(rows)))}
        </Button>
        {data.counts.problem > 0 && (
          <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
            {m.import.writeAll}
          </Checkbox>
        )}
        <Button onClick={it.restart}>{m.import.again}</Button>
      </div>
    </form>
  )
}
