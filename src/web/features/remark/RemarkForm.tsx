import { useId, useState } from 'react'
import { Button, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useBookAct } from '../agree/useBookAct.ts'
import type { Place } from './useRemarks.ts'

/** Writes a remark at its place, with the words it is about. */
export const RemarkForm = ({ place, onDone }: { place: Place; onDone: () => void }) => {
  const { m } = useSpeech()
  const id = useId()
  const [text, setText] = useState('')
  const send = useBookAct(() => call('remark.create', { section: place.section, block: place.block, ...(place.quote === undefined ? {} : { quote: place.quote }), text: text.trim() }), onDone)
  return (
    <form
      className="remark-form"
      aria-label={m.agree.remark.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim().length >= 2 && !send.isPending) send.mutate(undefined)
      }}
    >
      <Refused error={send.error} />
      {place.quote !== undefined && <q lang="zh-CN">{place.quote}</q>}
      <label htmlFor={id} className="only-read">
        {m.agree.remark.text}
      </label>
      <Input.TextArea id={id} autoFocus rows={3} maxLength={2000} placeholder={m.agree.remark.placeholder} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="remark-acts">
        <Button type="primary" htmlType="submit" disabled={text.trim().length < 2} loading={send.isPending}>
          {m.agree.remark.send}
        </Button>
        <Button onClick={onDone}>{m.agree.remark.cancel}</Button>
      </div>
    </form>
  )
}
