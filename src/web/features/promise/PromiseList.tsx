import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Select } from 'antd'
import type { PromiseOut } from '../../../api/reply.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { plainBlock } from '../../../core/report/plain-text.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { Refused } from '../../ui/Refused.tsx'
import './promise.css'

type Props = { readonly report: number; readonly blocks: readonly Block[]; readonly told: ReadonlyMap<string, Told>; readonly onGo: (block: number) => void }

/** What the last plan promised for this period, each with whether and where the report answers it. */
export const PromiseList = ({ report, blocks, told, onGo }: Props) => {
  const { m } = useSpeech()
  const query = useCall('reply.list', { report }, { keep: true })
  const promises = query.data?.promises ?? []
  return (
    <details className="desk-findings desk-promises">
      <summary>
        {m.speech.promises}
        <small>{m.speech.tally(promises.filter(({ reply }) => reply !== null).length, promises.length)}</small>
      </summary>
      <Answer query={query} lines={3}>
        {(data) => (
          <>
            {data.previous !== null && <p className="faint">{m.speech.promisesOf(data.previous.title)}</p>}
            {data.promises.length === 0 && <p>{m.speech.noPromises}</p>}
            <ul>
              {data.promises.map((promise) => (
                <PromiseLine key={promise.key} promise={promise} report={report} blocks={blocks} told={told} onGo={onGo} canAnswer={may(data.can, 'reply.create')} canUndo={may(data.can, 'reply.void')} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </details>
  )
}

type LineProps = Props & { readonly promise: PromiseOut; readonly canAnswer: boolean; readonly canUndo: boolean }

const PromiseLine = ({ promise, report, blocks, told, onGo, canAnswer, canUndo }: LineProps) => {
  const { m, w } = useSpeech()
  const [choosing, setChoosing] = useState(false)
  const { reply } = promise
  const answer = useMutation({
    mutationFn: (block: string) => call('reply.create', { report, promise: promise.key, block }),
    onSuccess: async () => {
      setChoosing(false)
      await rereadBook()
    },
  })
  const undo = useMutation({ mutationFn: () => call('reply.void', { reply: reply?.entry ?? 0, saw: reply?.version ?? 0 }), onSuccess: () => rereadBook() })
  const choices = choosing ? blocks.flatMap((block) => (block.kind === 'heading' || block.id === undefined ? [] : [{ value: block.id, label: plainBlock(block, told).slice(0, 60) }])) : []
  const at = reply?.at ?? null
  return (
    <li className="promise">
      <p lang="zh-CN">{promise.quote}</p>
      <div className="promise-state">
        {reply === null ? <Lamp state="none" text={m.speech.unanswered} /> : at === null ? <Lamp state="behind" text={m.speech.gone} /> : <Lamp state="kept" text={m.speech.answered} />}
        {promise.deadline !== null && <span className="number-text faint">{m.speech.due(promise.deadline)}</span>}
        {promise.orgName !== null && <span className="faint">{w(promise.orgName)}</span>}
      </div>
      <Refused error={answer.error ?? undo.error} />
      <div className="promise-acts">
        {at !== null && (
          <button type="button" className="link" onClick={() => onGo(at)}>
            {m.speech.jump}
          </button>
        )}
        {canAnswer && !choosing && (
          <button type="button" className="link" onClick={() => setChoosing(true)}>
            {m.speech.answer}
          </button>
        )}
        {canUndo && reply !== null && (
          <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
            {m.speech.undo}
          </button>
        )}
      </div>
      {choosing && <Select aria-label={m.speech.answerHere(promise.quote)} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={480} autoFocus defaultOpen options={choices} loading={answer.isPending} onChange={(block: string) => answer.mutate(block)} onBlur={() => setChoosing(false)} className="promise-choice" />}
    </li>
  )
}
