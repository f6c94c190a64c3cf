import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { looseNumbers } from '../../../core/report/loose-numbers.ts'

/** Underlines numbers typed by hand until they are bound or their source is said. Only the blocks that changed are looked at again. */
export const LooseMarks = Extension.create({
  name: 'looseMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: looseKey,
      state: {
        init: (_, { doc }) => looseIn(doc),
        apply: (tr, marks) => (tr.docChanged ? looseIn(tr.doc) : marks),
      },
      props: { decorations: (state) => looseKey.getState(state) ?? null },
    }),
  ],
})

const looseKey = new PluginKey<DecorationSet>('loose-numbers')

/** What was found in a block's words, kept with the block: a block that did not change is the same object. */
const known = new WeakMap<Node, readonly (readonly [from: number, to: number])[]>()

const looseIn = (doc: Node): DecorationSet => {
  const marks: Decoration[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    for (const [from, to] of placesIn(node)) marks.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: 'loose', 'data-loose': 'true' }))
    return false
  })
  return DecorationSet.create(doc, marks)
}

const placesIn = (block: Node): readonly (readonly [from: number, to: number])[] => {
  const standing = known.get(block)
  if (standing !== undefined) return standing
  const places: (readonly [number, number])[] = []
  block.forEach((child, at) => {
    if (!child.isText || child.marks.some((mark) => mark.type.name === 'stated')) return
    const text = child.text ?? ''
    let after = 0
    for (const quote of looseNumbers(text)) {
      const from = text.indexOf(quote, after)
      if (from < 0) continue
      after = from + quote.length
      places.push([at + from, at + after])
    }
  })
  known.set(block, places)
  return places
}

/** The loose number at a place in the document. */
export const looseAt = (doc: Node, at: number): { readonly from: number; readonly to: number; readonly text: string } | undefined => {
  const place = doc.resolve(at)
  const start = place.start()
  const found = placesIn(place.parent).find(([from, to]) => start + from <= at && at <= start + to)
  return found === undefined ? undefined : { from: start + found[0], to: start + found[1], text: doc.textBetween(start + found[0], start + found[1]) }
}
