import { Alert, Button } from 'antd'
import type { BlankOut, FormOut } from '../../../api/form.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Refused } from '../../ui/Refused.tsx'
import { useLedgers } from '../ledger/useLedgers.ts'
import { BlankPanel } from './BlankPanel.tsx'
import { ListPanel } from './ListPanel.tsx'
import { SheetTable } from './SheetTable.tsx'
import { useBindingWords } from './useBindingWords.ts'
import type { FormDesk } from './useForm.ts'
import { useSheet } from './useSheet.ts'

/** What fills each blank of a form, and the way to change it. */
export const MapView = ({ it, data }: { readonly it: FormDesk; readonly data: FormOut }) => {
  const { m, w } = useSpeech()
  const { wordsOf } = useBindingWords()
  const { find } = useLedgers()
  const words = m.form
  const { sheet, blanks, lists } = useSheet(it, data)
  const mayMap = may(data.can, 'form.map')
  const open = (cell: string): void => it.set({ cell })
  const blank = blanks.find(({ cell }) => cell === it.cell)
  const list = lists.find(({ from }) => `list-${from}` === it.cell)
  const bound = data.cells.filter(({ binding }) => binding.kind !== 'none').length + data.lists.filter(({ ledger, closed }) => ledger !== null || closed).length
  const ready = data.state === 'ready'
  const shown = (each: BlankOut) => (
    <button type="button" className={['form-bind', each.binding.kind === 'none' ? 'form-open' : '', !ready && each.binding.kind !== 'none' ? 'form-guess' : '', each.cell === it.cell ? 'form-chosen' : ''].join(' ').trim()} disabled={!mayMap} onClick={() => open(each.cell)} aria-label={words.open(each.cell, each.heads, wordsOf(each.binding))} title={each.heads}>
      {each.binding.kind === 'none' ? '＋' : wordsOf(each.binding)}
    </button>
  )
  return (
    <>
      {!ready && <Alert type="info" showIcon role="status" title={words.guessed} className="form-note" />}
      {data.carried !== null && <CarriedNote carried={data.carried} />}
      <div className="form-bar">
        <span role="status">{words.counts(data.cells.length + data.lists.length, bound)}</span>
        {it.changes > 0 && <span className="form-dirty">{words.changed(it.changes)}</span>}
        {mayMap && (it.changes > 0 || !ready) && (
          <Button type="primary" loading={it.save.isPending} onClick={() => it.save.mutate(undefined)}>
            {ready ? words.saveMap : words.confirmMap}
          </Button>
        )}
        {it.changes > 0 && <Button onClick={it.discard}>{words.discard}</Button>}
        {it.save.isSuccess && it.changes === 0 && <span role="status">{words.savedMap}</span>}
      </div>
      <Refused error={it.save.error} />
      {sheet !== undefined && (
        <SheetTable
          key={sheet.name}
          sheet={sheet}
          blanks={blanks}
          lists={lists}
          blank={shown}
          listCell={(each, column, at) => {
            const source = each.columns.find((own) => own.column === column)?.source
            const ledger = each.ledger === null ? undefined : find(each.ledger)
            const field = source?.kind === 'field' ? ledger?.fields.find(({ key }) => key === source.field) : undefined
            const text = each.closed ? words.closedShort : each.ledger === null || source === undefined || source.kind === 'none' ? '＋' : source.kind === 'number' ? words.number : field === undefined ? source.field : w(field.title)
            return at > 0 ? null : (
              <button type="button" className={text === '＋' ? 'form-bind form-open' : !ready ? 'form-bind form-guess' : 'form-bind'} disabled={!mayMap || each.closed} onClick={() => open(`list-${each.from}`)} aria-label={words.open(words.listPanel(`${each.from}–${each.to}`), each.columns.find((own) => own.column === column)?.heads ?? '', text === '＋' ? words.noSource : text)}>
                {text}
              </button>
            )
          }}
        />
      )}
      {blank !== undefined && mayMap && <BlankPanel key={blank.cell} it={it} blank={blank} others={blanks} />}
      {list !== undefined && mayMap && <ListPanel key={list.from} it={it} list={list} />}
    </>
  )
}

/** What an earlier form of the same heads gave, what is new and what is gone. */
const CarriedNote = ({ carried }: { readonly carried: NonNullable<FormOut['carried']> }) => {
  const { m } = useSpeech()
  const some = (heads: readonly string[]): string => `${heads.slice(0, mostNamed).join('；')}${heads.length > mostNamed ? ` … (${heads.length})` : ''}`
  return (
    <div className="form-note form-carried" role="note">
      <p>{m.form.carried(carried.title, carried.kept, carried.moved)}</p>
      {carried.added.length > 0 && <p lang="zh-CN">{m.form.added(some(carried.added))}</p>}
      {carried.gone.length > 0 && <p lang="zh-CN">{m.form.gone(some(carried.gone))}</p>}
    </div>
  )
}

const mostNamed = 6
