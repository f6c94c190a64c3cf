import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Button, Input } from 'antd'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Show } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { printRun } from '../../../core/report/print.ts'
import { showsOf } from '../../../core/report/sentence-patterns.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { looseAt } from './loose-marks.ts'
import { promptOf, setPrompt } from './measure-prompt.ts'
import { useTold } from './useTold.ts'

type Props = { readonly editor: Editor; readonly measures: readonly MeasureRef[]; readonly told: ReadonlyMap<string, Told>; readonly tell: (measures: readonly string[]) => Promise<ReadonlyMap<string, Told>>; readonly onOpen?: ((measure: string) => void) | undefined }

type Picked =
  | { readonly kind: 'figure'; readonly at: number; readonly measure: string; readonly show: Show }
  | { readonly kind: 'loose'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'stated'; readonly from: number; readonly to: number; readonly source: string }

/** What can be done with the number the cursor is at: another wording, its rows, or for one typed by hand a figure or a source. */
export const NumberMenu = ({ editor, ...rest }: Props) => {
  const picked = useEditorState({ editor, selector: ({ editor: it }) => pickedIn(it), equalityFn: (a, b) => JSON.stringify(a) === JSON.stringify(b) })
  const [away, setAway] = useState(false)
  useEffect(() => {
    const follow = ({ target }: Event): void => setAway(!(target instanceof Element && (editor.view.dom.contains(target) || target.closest('.write-menu') !== null)))
    document.addEventListener('focusin', follow)
    document.addEventListener('mousedown', follow)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('mousedown', follow)
    }
  }, [editor])
  if (picked === undefined || away) return null
  return <Menu key={`${picked.kind}/${'at' in picked ? picked.at : picked.from}`} editor={editor} picked={picked} {...rest} />
}

const pickedIn = (editor: Editor): Picked | undefined => {
  const { selection, doc } = editor.state
  if (promptOf(editor.state) !== null) return undefined
  const node = 'node' in selection ? (selection.node as { type: { name: string }; attrs: Record<string, unknown> }) : undefined
  if (node?.type.name === 'figure') return { kind: 'figure', at: selection.from, measure: String(node.attrs['measure']), show: node.attrs['show'] as Show }
  if (!selection.empty || !selection.$from.parent.isTextblock) return undefined
  const stated = selection.$from.marks().find((mark) => mark.type.name === 'stated')
  if (stated !== undefined) {
    const { $from } = selection
    const index = $from.index()
    const from = $from.posAtIndex(Math.min(index, $from.parent.childCount - 1))
    const child = $from.parent.maybeChild(Math.min(index, $from.parent.childCount - 1))
    return child?.marks.some((mark) => mark.eq(stated)) === true ? { kind: 'stated', from, to: from + child.nodeSize, source: String(stated.attrs['source']) } : undefined
  }
  const loose = looseAt(doc, selection.from)
  return loose === undefined ? undefined : { kind: 'loose', ...loose }
}

const Menu = ({ editor, picked, measures, told, tell, onOpen }: Props & { readonly picked: Picked }) => {
  const { m, w } = useSpeech()
  const [source, setSource] = useState(picked.kind === 'stated' ? picked.source : '')
  const [asking, setAsking] = useState(false)
  const key = picked.kind === 'figure' ? picked.measure : undefined
  const tells = useTold(key === undefined ? [] : [key], told, tell)
  const from = picked.kind === 'figure' ? picked.at : picked.from
  const place = editor.view.coordsAtPos(from)
  const fits = picked.kind === 'loose' ? equals(picked.text, told) : []
  const state = (): void => {
    if (picked.kind === 'figure' || source.trim() === '') return
    const mark = editor.schema.marks['stated']
    if (mark === undefined) return
    editor.view.dispatch(editor.state.tr.addMark(picked.from, picked.to, mark.create({ source: source.trim() })))
    editor.commands.focus()
  }
  return createPortal(
    <div className="write-menu" role="toolbar" aria-label={m.write.numberMenu} style={{ left: Math.max(8, Math.min(place.left, window.innerWidth - 400)), top: place.bottom + 6 }} onMouseDown={(event) => (event.target as HTMLElement).tagName !== 'INPUT' && event.preventDefault()}>
      {picked.kind === 'figure' && (
        <>
          <b>{w(measures.find((each) => each.key === picked.measure)?.title ?? { zh: picked.measure, en: picked.measure })}</b>
          {(tells.get(picked.measure) === undefined ? [] : showsOf(tells.get(picked.measure) as Told)).map((show) => (
            <Button key={show} size="small" type={show === picked.show ? 'primary' : 'default'} title={printRun({ kind: 'figure', measure: picked.measure, show }, tells.get(picked.measure))} onClick={() => editor.chain().updateAttributes('figure', { show }).setNodeSelection(picked.at).run()}>
              {m.write.shows[show]}
            </Button>
          ))}
          {onOpen !== undefined && <Button size="small" onClick={() => onOpen(picked.measure)}>{m.write.open}</Button>}
          <Button size="small" onClick={() => editor.chain().focus().insertContentAt({ from: picked.at, to: picked.at + 1 }, { type: 'text', text: printRun({ kind: 'figure', measure: picked.measure, show: picked.show }, tells.get(picked.measure)) }).run()}>
            {m.write.unbind}
          </Button>
        </>
      )}
      {picked.kind !== 'figure' && (
        <>
          {picked.kind === 'loose' && <b>{m.write.looseNumber(picked.text)}</b>}
          {picked.kind === 'loose' &&
            fits.map(({ measure, show }) => (
              <Button key={`${measure}/${show}`} size="small" type="primary" onClick={() => editor.chain().focus().insertContentAt({ from: picked.from, to: picked.to }, { type: 'figure', attrs: { measure, show } }).run()}>
                {m.write.bindTo(w(measures.find((each) => each.key === measure)?.title ?? { zh: measure, en: measure }))}
              </Button>
            ))}
          {picked.kind === 'loose' && !asking && (
            <>
              <Button size="small" onClick={() => editor.chain().focus().setTextSelection(picked.to).command(({ tr }) => (tr.setMeta('addToHistory', false), true)).run() && editor.view.dispatch(setPrompt(editor.state, { from: picked.from, to: picked.to, query: '' }))}>{m.write.bind}</Button>
              <Button size="small" onClick={() => setAsking(true)}>{m.write.state}</Button>
            </>
          )}
          {(asking || picked.kind === 'stated') && (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                state()
              }}
            >
              <Input size="small" autoFocus={asking} value={source} maxLength={200} placeholder={m.write.sourceHint} aria-label={m.write.sourceHint} onChange={(event) => setSource(event.target.value)} />
              <Button size="small" type="primary" htmlType="submit" disabled={source.trim() === ''}>{m.write.keep}</Button>
            </form>
          )}
        </>
      )}
    </div>,
    document.body,
  )
}

/** Figures of the report that print exactly what was typed. */
const equals = (text: string, told: ReadonlyMap<string, Told>): readonly { readonly measure: string; readonly show: Show }[] =>
  [...told].flatMap(([measure, tells]) => showsOf(tells).flatMap((show) => (printRun({ kind: 'figure', measure, show }, tells).replace('预计', '') === text ? [{ measure, show }] : []))).slice(0, 3)
