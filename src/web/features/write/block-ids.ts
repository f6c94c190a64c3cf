import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * Gives every block a name of its own: new ones, the second half of one that was divided, and what was pasted. A block that was edited is
 * no longer the grey draft it was carried over as.
 */
export const blockIds = (newId: () => string) =>
  Extension.create({
    name: 'blockIds',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('block-ids'),
        appendTransaction: (transactions, before, after) => {
          if (!transactions.some((each) => each.docChanged) || transactions.some((each) => each.getMeta(taken) === true)) return null
          const was = new Map<string, (typeof before.doc)['content']>()
          before.doc.forEach((node) => was.set(String(node.attrs['id']), node.content))
          const { tr } = after
          const seen = new Set<string>()
          after.doc.forEach((node, at) => {
            const id: unknown = node.attrs['id']
            const kept = typeof id === 'string' && !seen.has(id) ? id : newId()
            seen.add(kept)
            const content = was.get(kept)
            const rewritten = node.attrs['carried'] === true && content !== undefined && !content.eq(node.content)
            if (kept !== id || rewritten) tr.setNodeMarkup(at, null, { ...node.attrs, id: kept, ...(rewritten ? { carried: false } : {}) })
          })
          return tr.docChanged ? tr.setMeta('addToHistory', transactions.every((each) => each.getMeta('addToHistory') !== false)) : null
        },
      }),
    ],
  })

/** Marks a transaction that takes in what someone else saved: it is to stand as it was saved. */
export const taken = 'taken'

/** A name for a block. */
export const randomId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(5))
  return `p${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`
}
