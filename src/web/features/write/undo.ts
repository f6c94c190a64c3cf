import { Extension } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'

/** Undo and redo of one's own typing; what others saved is not part of it. */
export const Undo = Extension.create({
  name: 'undo',
  addProseMirrorPlugins: () => [history({ newGroupDelay: 600 })],
  addKeyboardShortcuts() {
    const run = (act: typeof undo) => () => act(this.editor.state, this.editor.view.dispatch)
    return { 'Mod-z': run(undo), 'Mod-Shift-z': run(redo), 'Mod-y': run(redo) }
  },
})
