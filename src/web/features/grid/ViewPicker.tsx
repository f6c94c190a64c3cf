import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Popover } from 'antd'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { parseSearch, searchText } from '../../app/search.ts'
import { useCall } from '../../app/useCall.ts'
import type { OutputOf } from '../../app/wire.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import type { LedgerList } from '../ledger/useLedgerGrid.ts'

type View = OutputOf<'view.list'>['views'][number]

/** What of an address a view keeps: which rows, in what order and groups, under which columns; not the page or an open entry. */
const kept = ['q', 'where', 'sort', 'desc', 'by', 'cols', 'freeze', 'size', 'void'] as const

/** The saved views of a ledger: one's own and those of the office. */
export const ViewPicker = ({ ledger, grid }: { ledger: string; grid: LedgerList }) => {
  const { m } = useSpeech()
  const list = useCall('view.list', { ledger })
  const [open, setOpen] = useState(false)
  const [saving, setSaving] = useState<View | 'new'>()
  const query = searchText(Object.fromEntries(kept.map((key) => [key, grid.search[key]]))).replace('?', '')
  const views = list.data?.views ?? []
  const current = views.find((view) => String(view.entry) === grid.search.view)
  const drop = useMutation({ mutationFn: (view: View) => call('view.void', { entry: view.entry, saw: view.version }), onSettled: () => rereadBook() })
  const save = list.data !== undefined && may(list.data.can, 'view.save')
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={open}
        onOpenChange={setOpen}
        content={
          <div className="grid-views">
            <ul>
              <li>
                <button type="button" className="link" onClick={() => grid.useView({}, undefined)}>
                  {m.grid.allRows}
                </button>
              </li>
              {views.map((view) => (
                <li key={view.entry}>
                  <button type="button" className="link" aria-current={view === current ? 'true' : undefined} onClick={() => (setOpen(false), grid.useView(parseSearch(view.query), view.entry))}>
                    {view.name}
                  </button>
                  <small>{view.own ? (view.shared ? m.grid.viewShared : m.grid.viewOwn) : view.by}</small>
                  {view.own && (
                    <Button size="small" type="text" aria-label={m.grid.dropView(view.name)} onClick={() => drop.mutate(view)}>
                      ×
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {save && (
              <div className="form-acts">
                {current?.own === true && current.query !== query && (
                  <Button size="small" onClick={() => setSaving(current)}>
                    {m.grid.updateView(current.name)}
                  </Button>
                )}
                <Button size="small" onClick={() => setSaving('new')}>
                  {m.grid.saveView}
                </Button>
              </div>
            )}
          </div>
        }
      >
        <Button>{current === undefined ? m.grid.views : `${m.grid.view}：${current.name}${current.query === query ? '' : ' *'}`}</Button>
      </Popover>
      {saving !== undefined && <SaveView ledger={ledger} query={query} view={saving === 'new' ? undefined : saving} onClose={() => setSaving(undefined)} onSaved={(entry) => (setSaving(undefined), setOpen(false), grid.useView(parseSearch(query), entry))} />}
    </>
  )
}

const SaveView = ({ ledger, query, view, onClose, onSaved }: { ledger: string; query: string; view: View | undefined; onClose: () => void; onSaved: (entry: number) => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const save = useMutation({
    mutationFn: () => call('view.save', { ledger, name: name.trim(), query, shared, ...(view !== undefined && { entry: view.entry, saw: view.version }) }),
    onSuccess: async ({ entry }) => {
      await rereadBook()
      onSaved(entry)
    },
  })
  return (
    <FormDialog title={m.grid.saveView} act={m.grid.save} ready={name.trim() !== ''} busy={save.isPending} error={save.error} onSubmit={() => save.mutate()} onClose={onClose}>
      <FormRow id={`${id}-name`} label={m.grid.viewName} required>
        <Input id={`${id}-name`} aria-describedby={`${id}-name-note`} autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </FormRow>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {m.grid.shareView}
      </Checkbox>
    </FormDialog>
  )
}
