import type { Editor } from '@tiptap/core'
import type { Block } from '../../../core/report/document.ts'
import { docOf } from './blocks-doc.ts'
import { taken } from './block-ids.ts'

/** Sets the editor to blocks someone else changed, touching only what differs; the cursor and the undo of one's own typing stay. */
export const takeIn = (editor: Editor, blocks: readonly Block[]): void => {
  const { state, view } = editor
  const next = state.schema.nodeFromJSON(docOf(blocks))
  const [was, will] = [state.doc.content, next.content]
  const from = was.findDiffStart(will)
  if (from === null) return
  let start = 0
  while (start < Math.min(was.childCount, will.childCount) && was.child(start).eq(will.child(start))) start += 1
  let end = 0
  while (end < Math.min(was.childCount, will.childCount) - start && was.child(was.childCount - 1 - end).eq(will.child(will.childCount - 1 - end))) end += 1
  const place = (content: typeof was, count: number): number => Array.from({ length: count }, (_, at) => content.child(at).nodeSize).reduce((sum, size) => sum + size, 0)
  const tr = state.tr.replaceWith(place(was, start), place(was, was.childCount - end), Array.from({ length: will.childCount - end - start }, (_, at) => will.child(start + at)))
  view.dispatch(tr.setMeta(taken, true).setMeta('addToHistory', false))
}
