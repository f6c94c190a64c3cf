import { Extension } from '@tiptap/core'

/** Keys of the official levels and lists: Ctrl+Alt+1…4 for headings, 0 for plain text, 7 and 8 for lists, Ctrl+B for the run-in head. An empty item ends its list. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  addKeyboardShortcuts() {
    const set = (type: string, attrs: Readonly<Record<string, unknown>> = {}) => () => this.editor.commands.setNode(type, attrs)
    return {
      'Mod-Alt-0': set('paragraph'),
      'Mod-Alt-1': set('heading', { level: 1 }),
      'Mod-Alt-2': set('heading', { level: 2 }),
      'Mod-Alt-3': set('heading', { level: 3 }),
      'Mod-Alt-4': set('heading', { level: 4 }),
      'Mod-Alt-7': set('item', { marker: 'number' }),
      'Mod-Alt-8': set('item', { marker: 'dot' }),
      'Mod-Home': () => this.editor.chain().focus('start').scrollIntoView().run(),
      'Mod-End': () => this.editor.chain().focus('end').scrollIntoView().run(),
      'Mod-b': () => this.editor.commands.toggleMark('lead'),
      Enter: () => this.editor.isActive('item') && this.editor.state.selection.$from.parent.content.size === 0 && this.editor.commands.setNode('paragraph'),
    }
  },
})
