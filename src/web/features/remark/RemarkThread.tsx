import { useEffect, useId, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { RemarkOut } from '../../../api/remark.ts'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { Lamp } from '../../ui/Lamp.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'

type Props = { readonly remark: RemarkOut; readonly here: boolean; readonly gone: boolean; readonly onGo: () => void }

/** One remark with its answers, and what the reader may do about it. */
export const RemarkThread = ({ remark, here, gone, onGo }: Props) => {
  const { m, w } = useSpeech()
  const [answering, setAnswering] = useState(false)
  const place = useRef<HTMLLIElement>(null)
  const withdraw = useBookAct(() => call('remark.withdraw', { remark: remark.entry }))
  useEffect(() => {
    if (here) place.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <li ref={place} className={here ? 'remark remark-here' : 'remark'}>
      <p className="remark-by">
        <b>{remark.author ?? remark.by}</b>
        <span>{remark.author === null ? w(remark.orgName) : m.agree.remark.word}</span>
        <span className="number-text">{momentText(remark.recordedAt)}</span>
        <Lamp state={remark.state === 'open' ? 'behind' : 'kept'} text={m.agree.remark.states[remark.state]} />
      </p>
      {remark.quote !== null && <q lang="zh-CN">{remark.quote}</q>}
      <RemarkWords text={remark.text} />
      {remark.answers.map((answer) => (
        <div key={answer.entry} className="remark-answer">
          <p className="remark-by">
            <b>{answer.by}</b>
            <span>{w(answer.orgName)}</span>
            <span className="number-text">{momentText(answer.recordedAt)}</span>
          </p>
          <RemarkWords text={answer.text} />
        </div>
      ))}
      <Refused error={withdraw.error} />
      {answering ? (
        <AnswerForm remark={remark.entry} onDone={() => setAnswering(false)} />
      ) : (
        <div className="remark-acts">
          {gone ? (
            <span className="faint">{m.agree.remark.gone}</span>
          ) : (
            <Button size="small" onClick={onGo}>
              {m.agree.remark.go}
            </Button>
          )}
          {may(remark.can, 'remark.answer') && (
            <Button size="small" onClick={() => setAnswering(true)}>
              {m.agree.remark.answer}
            </Button>
          )}
          {may(remark.can, 'remark.withdraw') && (
            <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
              {m.agree.remark.withdraw}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** What was said; of long words the beginning, until all of them are asked for. */
const RemarkWords = ({ text }: { text: string }) => {
  const { m } = useSpeech()
  const [whole, setWhole] = useState(false)
  const long = [...text].length > shownAtOnce
  return (
    <>
      <p className="remark-text">{whole || !long ? text : `${[...text].slice(0, shownAtOnce).join('')}…`}</p>
      {long && (
        <button type="button" className="link remark-more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? m.agree.remark.less : m.agree.remark.more}
        </button>
      )}
    </>
  )
}

/** About ten lines of the panel. */
const shownAtOnce = 240

const AnswerForm = ({ remark, onDone }: { remark: number; onDone: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [text, setText] = useState('')
  const send = useBookAct(() => call('remark.answer', { remark, text: text.trim() }), onDone)
  return (
    <form
      className="remark-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim().length >= 2 && !send.isPending) send.mutate(undefined)
      }}
    >
      <Refused error={send.error} />
      <label htmlFor={id} className="only-read">
        {m.agree.remark.answerText}
      </label>
      <Input.TextArea id={id} autoFocus rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="remark-acts">
        <Button size="small" type="primary" htmlType="submit" disabled={text.trim().length < 2} loading={send.isPending}>
          {m.agree.remark.sendAnswer}
        </Button>
        <Button size="small" onClick={onDone}>
          {m.agree.remark.cancel}
        </Button>
      </div>
    </form>
  )
}
