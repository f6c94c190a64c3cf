import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'

/** The kinds of block and mark a section is made of, set as the paper sets them. Every block keeps its id; what is pasted brings none. */

const id = { default: null, rendered: false } as const
const carried = { default: false, rendered: false } as const

export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })
export const Text = Node.create({ name: 'text', group: 'inline' })

/** Levels of the official document: 一、（一）1.（1）. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({ id, level: { default: 2, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(1, level - 1)) } })),
  renderHTML: ({ node }) => [`h${Math.min(4, Number(node.attrs['level']) + 1)}`, 0],
})

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => ({ id, carried }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ node }) => ['p', node.attrs['carried'] === true ? { class: 'carried' } : {}, 0],
})

/** A line of a list; lines with the same marker that follow each other are one list. */
export const Item = Node.create({
  name: 'item',
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ id, carried, marker: { default: 'dot', rendered: false } }),
  parseHTML: () => [{ tag: 'ol > li', attrs: { marker: 'number' } }, { tag: 'li', attrs: { marker: 'dot' } }],
  renderHTML: ({ node }) => ['p', { class: `paper-item paper-${String(node.attrs['marker'])}${node.attrs['carried'] === true ? ' carried' : ''}` }, 0],
})

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ id, carried }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ node }) => ['div', { class: node.attrs['carried'] === true ? 'paper-table carried' : 'paper-table' }, ['table', ['tbody', 0]]],
})

export const TableRow = Node.create({ name: 'tableRow', content: '(tableCell | tableHeader)+', parseHTML: () => [{ tag: 'tr' }], renderHTML: () => ['tr', 0] })

const cell = { content: 'cellText', isolating: true, addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null, rendered: false } }) } as const
export const TableCell = Node.create({ name: 'tableCell', ...cell, parseHTML: () => [{ tag: 'td' }], renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0] })
export const TableHeader = Node.create({ name: 'tableHeader', ...cell, parseHTML: () => [{ tag: 'th' }], renderHTML: ({ HTMLAttributes }) => ['th', mergeAttributes(HTMLAttributes), 0] })
/** The one line of a cell. */
export const CellText = Node.create({ name: 'cellText', content: 'inline*', parseHTML: () => [{ tag: 'div.cell-text' }], renderHTML: () => ['div', { class: 'cell-text' }, 0] })

/** The run-in head of a paragraph. */
export const Lead = Mark.create({
  name: 'lead',
  inclusive: true,
  excludes: 'stated',
  parseHTML: () => [{ tag: 'b.paper-lead' }],
  renderHTML: () => ['b', { class: 'paper-lead' }, 0],
})

/** A number typed by hand whose source is said. */
export const Stated = Mark.create({
  name: 'stated',
  inclusive: false,
  addAttributes: () => ({ source: { default: '', parseHTML: (element: HTMLElement) => element.dataset['source'] ?? '', renderHTML: (attributes: Record<string, unknown>) => ({ 'data-source': attributes['source'], title: attributes['source'] }) } }),
  parseHTML: () => [{ tag: 'span.stated[data-source]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: 'stated' }), 0],
})

const roles: Readonly<Record<string, string>> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' }

/** Tables can be written in: Tab goes to the next cell, Enter stays in its line. */
export const TableWriting = Extension.create({
  name: 'tableWriting',
  priority: 200,
  extendNodeSchema: (extension) => ({ tableRole: roles[extension.name] }),
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const inCell = (): boolean => this.editor.isActive('cellText')
    return {
      Tab: () => inCell() && goToNextCell(1)(this.editor.state, this.editor.view.dispatch),
      'Shift-Tab': () => inCell() && goToNextCell(-1)(this.editor.state, this.editor.view.dispatch),
      Enter: inCell,
    }
  },
})
