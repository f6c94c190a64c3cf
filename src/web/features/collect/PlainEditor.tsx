import { useId, useRef, useState } from 'react'
import type { GetRef } from 'antd'
import { Input, Select } from 'antd'
import type { Block } from '../../../core/report/document.ts'
import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { Named } from './plain-text.ts'
import { blocksOf, markOf, textOf } from './plain-text.ts'

type Props = { readonly blocks: readonly Block[]; readonly onChange: (blocks: readonly Block[]) => void; readonly measures: readonly { readonly key: string; readonly title: Words; readonly initials: string }[] }

/** Writes a text in a plain box, a line a paragraph; a number is put in by the name of its measure. It needs nothing but a keyboard, so it serves a phone. */
export const PlainEditor = ({ blocks, onChange, measures }: Props) => {
  const { m, w } = useSpeech()
  const id = useId()
  const area = useRef<GetRef<typeof Input.TextArea>>(null)
  const named: Named = { titleOf: (key) => measures.find((each) => each.key === key)?.title.zh ?? key, measureOf: (title) => measures.find((each) => each.title.zh === title || each.key === title)?.key }
  const [tables] = useState(() => blocks.filter((block) => block.kind === 'table'))
  const [typed, setTyped] = useState(() => textOf(blocks, named))
  const read = blocksOf(typed, named, tables)
  // A text that came from elsewhere (last time's, a dropped draft) stands for what was typed; one that only was parsed from it does not.
  const shown = sameText(read, blocks) ? typed : textOf(blocks, named)
  const type = (text: string) => {
    setTyped(text)
    onChange(blocksOf(text, named, tables))
  }
  const insert = (key: string) => {
    const box = area.current?.resizableTextArea?.textArea
    const at = box?.selectionStart ?? shown.length
    const mark = markOf(named.titleOf(key))
    type(`${shown.slice(0, at)}${mark}${shown.slice(box?.selectionEnd ?? at)}`)
    box?.focus()
    requestAnimationFrame(() => box?.setSelectionRange(at + mark.length, at + mark.length))
  }
  return (
    <div className="plain-editor">
      <Input.TextArea ref={area} aria-label={m.collect.editor.label} aria-describedby={`${id}-hint`} lang="zh-CN" autoSize={{ minRows: 5, maxRows: 24 }} value={shown} onChange={(event) => type(event.target.value)} />
      <div className="plain-editor-tools">
        <Select aria-label={m.collect.editor.insert} placeholder={m.collect.editor.insert} value={null} onChange={(key: string | null) => key !== null && insert(key)} options={measures.map((each) => ({ value: each.key, label: w(each.title), find: `${each.title.zh} ${each.title.en} ${each.initials}` }))} showSearch={{ optionFilterProp: 'find' }} popupMatchSelectWidth={false} className="insert-figure" />
        <p id={`${id}-hint`} className="form-hint">
          {m.collect.editor.hint}
        </p>
      </div>
    </div>
  )
}

const sameText = (a: readonly Block[], b: readonly Block[]): boolean => JSON.stringify(a) === JSON.stringify(b.map(bare))

/** A block without what a plain text cannot hold. */
const bare = (block: Block): Block => {
  if (block.kind === 'table') return block
  const { id: _, ...rest } = block
  if (rest.kind === 'heading') return { kind: 'heading', level: rest.level, text: rest.text }
  return rest.kind === 'paragraph' ? { kind: 'paragraph', ...(rest.lead === undefined ? {} : { lead: rest.lead }), runs: rest.runs } : { kind: 'item', marker: rest.marker, runs: rest.runs }
}
