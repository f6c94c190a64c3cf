import { useMemo, useState } from 'react'
import { Alert, Button, Select } from 'antd'
import type { BlankOut, FormOut, FormPreview } from '../../../api/form.ts'
import { placeOf } from '../../../core/filling/binding.ts'
import { call, fileAddress } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PeriodPicker } from '../../ui/PeriodPicker.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import { SheetTable } from './SheetTable.tsx'
import type { FormDesk } from './useForm.ts'
import { useSheet } from './useSheet.ts'

/** A form as it will be filled for a period: every number opens what it is made of, and what has no source can be typed. */
export const FillView = ({ it, data }: { readonly it: FormDesk; readonly data: FormOut }) => {
  const { m } = useSpeech()
  const ready = data.state === 'ready' && it.changes === 0
  const query = useCall('form.preview', { form: it.form, period: it.period })
  return (
    <>
      <div className="form-bar">
        <PeriodPicker value={it.period} onChange={(period) => it.set({ period })} />
        {!ready && <span className="form-dirty">{m.form.saveFirst}</span>}
      </div>
      <Answer query={query} lines={10}>
        {(preview) => <FilledView it={it} data={data} preview={preview} ready={ready} />}
      </Answer>
    </>
  )
}

type Sources = 'inside' | 'beside'

const FilledView = ({ it, data, preview, ready }: { readonly it: FormDesk; readonly data: FormOut; readonly preview: FormPreview; readonly ready: boolean }) => {
  const { m } = useSpeech()
  const { open } = useOpenFigure()
  const words = m.form
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [sources, setSources] = useState<Sources>('inside')
  const told = useMemo(() => new Map(preview.cells.map((cell) => [placeOf(cell), cell])), [preview.cells])
  const { sheet, blanks, lists } = useSheet(it, data)
  const fill = useBookAct(
    () => call('form.fill', { form: it.form, period: it.period, sources, typed: data.cells.flatMap((blank) => ((typed.get(placeOf(blank)) ?? '').trim() === '' ? [] : [{ sheet: blank.sheet, cell: blank.cell, text: typed.get(placeOf(blank)) ?? '' }])) }),
    ({ filling }) => download(fileAddress('form.fetch', { form: it.form, filling })),
  )
  const { book, typed: constants, none } = preview.counts
  const all = book + constants + none
  const left = none - [...typed.values()].filter((text) => text.trim() !== '').length
  const shown = (blank: BlankOut) => {
    const cell = told.get(placeOf(blank))
    if (cell === undefined || cell.by === 'none') {
      const why = cell?.missing === undefined || cell.missing === null ? words.noSource : words.missing[cell.missing]
      return <input className="form-type" aria-label={words.typed(blank.cell, `${blank.heads}（${why}）`)} title={why} maxLength={400} disabled={!may(data.can, 'form.fill')} value={typed.get(placeOf(blank)) ?? ''} onChange={(event) => setTyped(new Map(typed).set(placeOf(blank), event.target.value))} />
    }
    const text = cell.text
    const { figure } = cell
    return figure === null ? (
      <span className="form-told">{blankText(text, data, blank)}</span>
    ) : (
      <button type="button" className="figure-run number-text" onClick={() => open({ measure: figure.measure, period: figure.period, org: figure.org })} title={figure.title}>
        {text}
        {cell.estimate && <small> {words.estimate}</small>}
      </button>
    )
  }
  return (
    <>
      <div className="form-bar">
        <b role="status">{words.saved(String(book), String(all))}</b>
        {left > 0 && <span>{words.open0(left)}</span>}
        {may(data.can, 'form.fill') && (
          <span className="form-fill">
            <Select aria-label={words.sourceSheet} value={sources} onChange={setSources} options={(['inside', 'beside'] as const).map((value) => ({ value, label: `${words.sourceSheet}：${words[value]}` }))} popupMatchSelectWidth={false} />
            <Button type="primary" disabled={!ready} loading={fill.isPending} onClick={() => fill.mutate(undefined)}>
              {words.fill}
            </Button>
          </span>
        )}
      </div>
      <Refused error={fill.error} />
      {fill.data !== undefined && (
        <p role="status" className="form-done">
          {words.filled} <a href={fileAddress('form.fetch', { form: it.form, filling: fill.data.filling })} download>{words.download}</a>
          {data.fillings.some((each) => each.filling === fill.data.filling && each.beside) && <a href={fileAddress('form.fetch', { form: it.form, filling: fill.data.filling, part: 'source' })} download>{words.downloadSource}</a>}
          {fill.data.left > 0 && <span className="form-dirty">{words.left(fill.data.left)}</span>}
        </p>
      )}
      {preview.lists.filter((list) => list.sheet === it.sheet).map((list) => <ListNote key={list.from} list={list} />)}
      {sheet !== undefined && (
        <SheetTable
          key={sheet.name}
          sheet={sheet}
          blanks={blanks}
          lists={lists}
          blank={shown}
          listCell={(list, column, at) => {
            const filled = preview.lists.find((each) => each.sheet === list.sheet && each.from === list.from)
            return filled?.rows[at]?.[filled.columns.indexOf(column)] ?? null
          }}
        />
      )}
    </>
  )
}

/** How many rows a list has, and what of it stays blank. */
const ListNote = ({ list }: { readonly list: FormPreview['lists'][number] }) => {
  const { m } = useSpeech()
  const words = m.form
  const notes = [
    ...(list.missing === 'closed' ? [words.closed] : list.missing === 'no-source' ? [words.missing['no-source']] : [words.listRows(list.count)]),
    ...(list.masked.length > 0 ? [words.masked(list.masked.join('、'))] : []),
    ...(list.partial ? [words.partial] : []),
    ...(list.more > 0 ? [words.more(list.more)] : []),
  ]
  const title = `${words.listPanel(`${list.from}–${list.to}`)}：${notes.join('；')}`
  return <Alert type={list.missing === 'closed' || list.masked.length > 0 || list.more > 0 ? 'warning' : 'info'} title={title} className="form-note" />
}

/** What is written behind words that stand in the cell already is shown without them. */
const blankText = (text: string, data: FormOut, blank: BlankOut): string => {
  const words = data.sheets.find(({ name }) => name === blank.sheet)?.cells.find(({ at }) => at[0] === blank.row && at[1] === blank.column)?.text ?? ''
  return words !== '' && text.startsWith(words.replace(/[_\s]+$/, '')) ? text.slice(words.replace(/[_\s]+$/, '').length) : text
}

/** Takes a file home as if its link had been clicked. */
const download = (address: string): void => {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
