import type { RefObject } from 'react'
import { useEffect, useImperativeHandle, useState } from 'react'
import { EditorContent, useEditor } from '@tiptap/react'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { blockIds, randomId } from './block-ids.ts'
import { BlockKeys } from './block-keys.ts'
import { blocksOf, docOf } from './blocks-doc.ts'
import { EditorTools } from './EditorTools.tsx'
import { figureNode, figureSource, retell } from './figure-node.ts'
import { LooseMarks } from './loose-marks.ts'
import { measurePrompt, promptKeys } from './measure-prompt.ts'
import { MeasurePrompt } from './MeasurePrompt.tsx'
import { CellText, Doc, Heading, Item, Lead, Paragraph, Stated, Table, TableCell, TableHeader, TableRow, TableWriting, Text } from './nodes.ts'
import { NumberMenu } from './NumberMenu.tsx'
import { Paste } from './paste.ts'
import { takeIn } from './take-in.ts'
import { Undo } from './undo.ts'
import './write.css'

/** What a desk asks of its editor. */
export type EditorHandle = { readonly take: (blocks: readonly Block[]) => void; readonly focus: () => void }

type Props = {
  /** Where it begins; later versions come in through `take`. */
  readonly blocks: readonly Block[]
  readonly told: ReadonlyMap<string, Told>
  readonly measures: readonly MeasureRef[]
  /** Reads what measures tell that the text does not bind yet. */
  readonly tell: (measures: readonly string[]) => Promise<ReadonlyMap<string, Told>>
  readonly label: string
  readonly onChange: (blocks: readonly Block[]) => void
  readonly onOpen?: (measure: string) => void
  readonly handle?: RefObject<EditorHandle | null>
  /** Where in the window the writer pointed. */
  readonly at?: { readonly left: number; readonly top: number } | undefined
  /** It stands among other things to look at first, and waits until it is gone to. */
  readonly waits?: boolean
}

/** Where the words of a section are written: blocks in, blocks out. It knows nothing of saving. */
export const BlockEditor = ({ blocks, told, measures, tell, label, onChange, onOpen, handle, at, waits = false }: Props) => {
  const { m } = useSpeech()
  const [source] = useState(figureSource)
  const [keys] = useState(promptKeys)
  const editor = useEditor({
    extensions: [
      Doc, Text, Paragraph, Heading, Item, Table, TableRow, TableCell, TableHeader, CellText, Lead, Stated, figureNode(source),
      TableWriting, BlockKeys, Undo, Paste, LooseMarks, blockIds(randomId), measurePrompt(keys, () => source.measures),
    ],
    content: docOf(blocks),
    autofocus: at === undefined && !waits ? 'end' : false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: { scrollThreshold: 96, scrollMargin: 96, attributes: { class: 'write-area', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: 'zh-CN', spellcheck: 'false' } },
    onUpdate: ({ editor: it }) => onChange(blocksOf(it.getJSON())),
  })
  useEffect(() => retell(source, told, measures), [source, told, measures])
  useEffect(() => {
    if (at === undefined) return
    const place = editor.view.posAtCoords(at)?.pos
    editor.chain().focus(place ?? 'end').run()
  }, [editor, at])
  useImperativeHandle(handle, () => ({ take: (next) => takeIn(editor, next), focus: () => void editor.commands.focus() }), [editor])
  return (
    <div className="write">
      <EditorTools editor={editor} />
      <EditorContent editor={editor} />
      <MeasurePrompt editor={editor} keys={keys} measures={measures} told={told} tell={tell} />
      <NumberMenu editor={editor} measures={measures} told={told} tell={tell} onOpen={onOpen} />
      <p className="write-help faint">{m.write.help}</p>
    </div>
  )
}
