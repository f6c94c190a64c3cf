import type { JSONContent } from '@tiptap/core'
import type { Block, Run } from '../../../core/report/document.ts'

/**
 * A section as the editor holds it, and back. The two say the same: what goes in comes out, with the words of a run joined and an empty
 * heading told as an empty paragraph.
 */
export const docOf = (blocks: readonly Block[]): JSONContent => ({ type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph', attrs: { id: null, carried: false } }] : blocks.map(nodeOf) })

export const blocksOf = (doc: JSONContent): readonly Block[] => (doc.content ?? []).map(blockOf)

const nodeOf = (block: Block): JSONContent => {
  const id = block.id ?? null
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { id, level: block.level }, content: [{ type: 'text', text: block.text }] }
    case 'paragraph': {
      const lead: JSONContent[] = block.lead === undefined ? [] : [{ type: 'text', text: `${block.lead}。`, marks: [{ type: 'lead' }] }]
      return { type: 'paragraph', attrs: { id, carried: block.carried === true }, ...filled([...lead, ...block.runs.map(inlineOf)]) }
    }
    case 'item':
      return { type: 'item', attrs: { id, marker: block.marker, carried: block.carried === true }, ...filled(block.runs.map(inlineOf)) }
    case 'table':
      return {
        type: 'table',
        attrs: { id, carried: block.carried === true },
        content: block.rows.map((row, at) => ({ type: 'tableRow', content: row.map((cell) => ({ type: at === 0 ? 'tableHeader' : 'tableCell', content: [{ type: 'cellText', ...filled(cell.runs.map(inlineOf)) }] })) })),
      }
    default:
      return block satisfies never
  }
}

const filled = (content: readonly JSONContent[]): { content?: JSONContent[] } => (content.length === 0 ? {} : { content: [...content] })

const inlineOf = (run: Run): JSONContent => {
  if (run.kind === 'figure') return { type: 'figure', attrs: { measure: run.measure, show: run.show } }
  return { type: 'text', text: run.text, ...(run.source === undefined ? {} : { marks: [{ type: 'stated', attrs: { source: run.source } }] }) }
}

const blockOf = (node: JSONContent): Block => {
  const id = typeof node.attrs?.['id'] === 'string' ? { id: node.attrs['id'] } : {}
  const carried = node.attrs?.['carried'] === true ? ({ carried: true } as const) : {}
  switch (node.type) {
    case 'heading': {
      const text = wordsOf(node.content)
      return text === '' ? { kind: 'paragraph', ...id, runs: [] } : { kind: 'heading', ...id, level: levelOf(node.attrs?.['level']), text }
    }
    case 'item':
      return { kind: 'item', ...id, marker: node.attrs?.['marker'] === 'number' ? 'number' : 'dot', runs: runsIn(node.content), ...carried }
    case 'table':
      return { kind: 'table', ...id, rows: evened((node.content ?? []).map((row) => (row.content ?? []).map((cell) => ({ runs: runsIn(cell.content?.[0]?.content) })))), ...carried }
    default: {
      const { lead, rest } = leadOf(node.content ?? [])
      return { kind: 'paragraph', ...id, ...(lead === '' ? {} : { lead }), runs: runsIn(rest), ...carried }
    }
  }
}

const levelOf = (level: unknown): 1 | 2 | 3 | 4 => (level === 1 || level === 2 || level === 3 ? level : 4)
const wordsOf = (content: readonly JSONContent[] | undefined): string => (content ?? []).map((node) => node.text ?? '').join('')
const isLead = (node: JSONContent): boolean => node.marks?.some((mark) => mark.type === 'lead') === true

/** The run-in head is what is marked at the very beginning; its full stop belongs to the print. */
const leadOf = (content: readonly JSONContent[]): { readonly lead: string; readonly rest: readonly JSONContent[] } => {
  const end = content.findIndex((node) => !isLead(node))
  const head = content.slice(0, end < 0 ? content.length : end)
  return { lead: wordsOf(head).replace(/。+$/, ''), rest: content.slice(head.length) }
}

/** Runs of inline nodes; words with the same source are one run. */
const runsIn = (content: readonly JSONContent[] | undefined): readonly Run[] => {
  const runs: Run[] = []
  for (const node of content ?? []) {
    if (node.type === 'figure') {
      runs.push({ kind: 'figure', measure: String(node.attrs?.['measure']), show: node.attrs?.['show'] as 'value' })
      continue
    }
    const text = node.text ?? ''
    if (text === '') continue
    const source: unknown = node.marks?.find((mark) => mark.type === 'stated')?.attrs?.['source']
    const told = typeof source === 'string' && source !== '' ? source : undefined
    const last = runs.at(-1)
    if (last?.kind === 'text' && last.source === told) runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ kind: 'text', text, ...(told === undefined ? {} : { source: told }) })
  }
  return runs
}

/** Rows of one length, as a table of the report has. */
const evened = (rows: readonly (readonly { readonly runs: readonly Run[] }[])[]): readonly (readonly { readonly runs: readonly Run[] }[])[] => {
  const width = Math.max(1, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => ({ runs: [] }))])
}
