import { useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { ApiError, fieldWords } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import type { Desk } from './useDesk.ts'
import { acceptance, twiceTold } from './work.ts'
import { holdWork } from './work-store.ts'

/** Says what will be written, asks for the document's title and day, and writes it; what the server refuses is shown at its item. */
export const BookDialog = ({ desk }: { desk: Desk }) => {
  const { m, w } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  const { read, document } = desk.work
  const [title, setTitle] = useState(read.title)
  const [day, setDay] = useState<string>(read.day ?? '')
  const { figures, commitments } = acceptance(desk.work)
  const twice = twiceTold(desk.work)
  const send = useMutation({
    mutationFn: () => call('source.accept', { ...document, title: title.trim(), day, figures: [...figures], commitments: [...commitments] }),
    onSuccess: async ({ source }) => {
      await navigate({ to: '/sources/$source', params: { source: String(source) } })
      holdWork(undefined)
      await rereadBook()
    },
    onError: (thrown) => {
      if (thrown instanceof ApiError && thrown.fields.some(({ field }) => /^(figures|commitments)[.[]/.test(field))) desk.refuse(thrown.fields)
    },
  })
  const problem = (field: string) => {
    const words = fieldWords(send.error, field)
    return words === undefined ? undefined : w(words)
  }
  const fresh = figures.filter((each) => each.create !== undefined).length
  const kept = commitments.filter((each) => each.kind === 'commitment').length
  const empty = figures.length + commitments.length === 0
  return (
    <FormDialog title={m.source.bookTitle} act={m.source.bookAct} ready={!empty && twice === undefined && title.trim().length >= 2 && day !== ''} busy={send.isPending} error={send.error} onSubmit={() => send.mutate()} onClose={desk.endAsk}>
      {empty ? (
        <p className="form-about">{m.source.bookNothing}</p>
      ) : (
        <ul className="book-sum">
          {figures.length > 0 && (
            <li>
              {m.source.bookFigures(figures.length)}
              {fresh > 0 && <span className="fact-note">{m.source.bookMeasures(fresh)}</span>}
            </li>
          )}
          {kept > 0 && <li>{m.source.bookCommitments(kept)}</li>}
          {commitments.length > kept && <li>{m.source.bookDirections(commitments.length - kept)}</li>}
        </ul>
      )}
      {desk.tally.open > 0 && <p className="form-hint">{m.source.bookOpen(desk.tally.open)}</p>}
      {twice !== undefined && (
        <p className="form-problem" role="alert">
          {m.source.bookTwice(w(twice.title), twice.period)}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              desk.setAsk(undefined)
              desk.go(twice.id)
            }}
          >
            {m.source.toPlace}
          </button>
        </p>
      )}
      <FormRow id={`${id}-title`} label={m.source.docTitle} required problem={problem('title')}>
        <Input.TextArea id={`${id}-title`} lang="zh-CN" autoSize={{ minRows: 1, maxRows: 3 }} aria-describedby={`${id}-title-note`} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value.replaceAll('\n', ''))} />
      </FormRow>
      <FormRow id={`${id}-day`} label={m.source.docDay} required problem={problem('day')}>
        <DayInput id={`${id}-day`} describedBy={`${id}-day-note`} value={day} onChange={setDay} />
      </FormRow>
    </FormDialog>
  )
}
