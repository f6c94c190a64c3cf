import type { Editor } from '@tiptap/core'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables'
import { redo, undo } from '@tiptap/pm/history'
import { useEditorState } from '@tiptap/react'
import { Button, Select } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'

/** The kinds of block, the run-in head, numbers and tables: what the writing area can do, one press away. */
export const EditorTools = ({ editor }: { readonly editor: Editor }) => {
  const { m } = useSpeech()
  const state = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      kind: it.isActive('heading') ? `h${String(it.getAttributes('heading')['level'])}` : it.isActive('item') ? String(it.getAttributes('item')['marker']) : 'p',
      lead: it.isActive('lead'),
      inTable: it.isActive('table'),
    }),
  })
  const setKind = (kind: string): void => {
    if (kind === 'p') editor.chain().focus().setNode('paragraph').run()
    else if (kind === 'number' || kind === 'dot') editor.chain().focus().setNode('item', { marker: kind }).run()
    else editor.chain().focus().setNode('heading', { level: Number(kind.slice(1)) }).run()
  }
  const table = (): void => {
    const cellOf = (type: string) => ({ type, content: [{ type: 'cellText' }] })
    const row = (type: string) => ({ type: 'tableRow', content: [cellOf(type), cellOf(type), cellOf(type)] })
    editor.chain().focus().insertContent({ type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] }).run()
  }
  const run = (act: typeof undo) => () => {
    act(editor.state, editor.view.dispatch)
    editor.commands.focus()
  }
  return (
    <div className="write-tools" role="toolbar" aria-label={m.write.tools} onMouseDown={(event) => (event.target as HTMLElement).closest('.ant-select') === null && event.preventDefault()}>
      <Select
        size="small"
        value={state.kind}
        onChange={setKind}
        disabled={state.inTable}
        aria-label={m.write.kind}
        popupMatchSelectWidth={false}
        options={[
          { value: 'p', label: m.write.kinds.p },
          { value: 'h1', label: m.write.kinds.h1 },
          { value: 'h2', label: m.write.kinds.h2 },
          { value: 'h3', label: m.write.kinds.h3 },
          { value: 'h4', label: m.write.kinds.h4 },
          { value: 'number', label: m.write.kinds.number },
          { value: 'dot', label: m.write.kinds.dot },
        ]}
      />
      <Button size="small" type={state.lead ? 'primary' : 'default'} aria-pressed={state.lead} onClick={() => editor.chain().focus().toggleMark('lead').run()} title={m.write.leadAbout}>
        {m.write.lead}
      </Button>
      <Button size="small" onClick={() => editor.chain().focus().insertContent('@').run()} title={m.write.figureAbout}>
        {m.write.figure}
      </Button>
      {state.inTable ? (
        <>
          <Button size="small" onClick={run(addRowAfter)}>{m.write.addRow}</Button>
          <Button size="small" onClick={run(addColumnAfter)}>{m.write.addColumn}</Button>
          <Button size="small" onClick={run(deleteRow)}>{m.write.deleteRow}</Button>
          <Button size="small" onClick={run(deleteColumn)}>{m.write.deleteColumn}</Button>
          <Button size="small" danger onClick={run(deleteTable)}>{m.write.deleteTable}</Button>
        </>
      ) : (
        <Button size="small" onClick={table}>{m.write.table}</Button>
      )}
      <span className="write-gap" />
      <Button size="small" onClick={run(undo)} title="Ctrl+Z">{m.write.undo}</Button>
      <Button size="small" onClick={run(redo)} title="Ctrl+Y">{m.write.redo}</Button>
    </div>
  )
}
