import { Extension } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { headingLevel } from './heading-level.ts'

/**
 * What is pasted from Word, WPS or Excel comes in as headings by their numbers, paragraphs, lists and tables; faces, colours, pictures and
 * names of blocks stay outside.
 */
export const Paste = Extension.create({
  name: 'paste',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('paste'),
      props: {
        transformPastedHTML: (html) => html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(style|script|xml|o:p|img|svg|object)\b[\s\S]*?(?:<\/\1>|\/?>)/gi, ''),
        transformPasted: (slice) => new Slice(levelled(slice.content), slice.openStart, slice.openEnd),
        clipboardTextParser: (text, context) => {
          const { schema } = context.doc.type
          const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
          if (lines.length < 2 && !text.includes('\t')) return new Slice(Fragment.from(lines.map((line) => schema.text(line))), 0, 0)
          return new Slice(fragment(schema, lines, text), 0, 0)
        },
      },
    }),
  ],
})

const fragment = (schema: Schema, lines: readonly string[], text: string): Fragment => {
  const rows = text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.split('\t'))
  const table = rows.length > 1 && rows.every((row) => row.length === rows[0]?.length && row.length > 1)
  const words = (value: string) => (value === '' ? null : schema.text(value))
  const nodes: Node[] = table
    ? [made(schema, 'table', rows.map((row, at) => made(schema, 'tableRow', row.map((cell) => made(schema, at === 0 ? 'tableHeader' : 'tableCell', [made(schema, 'cellText', words(cell.trim()))])))))]
    : lines.map((line) => made(schema, 'paragraph', words(line)))
  return levelled(made(schema, 'doc', nodes).content)
}

const made = (schema: Schema, name: string, content: Node | readonly Node[] | null): Node => {
  const type = schema.nodes[name]
  if (type === undefined) throw new RangeError(`no node ${name}`)
  return type.create(null, content)
}

/** Paragraphs that begin with the number of a level are its headings; nothing pasted keeps a name. */
const levelled = (content: Fragment): Fragment => {
  const nodes: Node[] = []
  content.forEach((node) => {
    const level = node.type.name === 'paragraph' || node.type.name === 'heading' ? headingLevel(node.textContent) : undefined
    const { schema } = node.type
    if (level !== undefined && content.childCount > 1) nodes.push((schema.nodes['heading'] ?? node.type).create({ level, id: null }, schema.text(node.textContent)))
    else if (node.isBlock && 'id' in node.attrs) nodes.push(node.type.create({ ...node.attrs, id: null }, node.content, node.marks))
    else nodes.push(node)
  })
  return Fragment.from(nodes)
}
