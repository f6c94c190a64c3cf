import { Node } from '@tiptap/core'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Run } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { printRun } from '../../../core/report/print.ts'

/** What the numbers in an editor print from, and the measures it knows; changed in place, so that neither cursor nor undo is touched. */
export type FigureSource = { told: ReadonlyMap<string, Told>; measures: readonly MeasureRef[]; readonly views: Set<() => void> }

export const figureSource = (): FigureSource => ({ told: new Map(), measures: [], views: new Set() })

/** Tells every number of the editor what the book says now. */
export const retell = (source: FigureSource, told: ReadonlyMap<string, Told>, measures: readonly MeasureRef[]): void => {
  source.told = told
  source.measures = measures
  for (const view of source.views) view()
}

/** A bound number: it stands in the text as one piece, and prints what the book tells. */
export const figureNode = (source: FigureSource) =>
  Node.create({
    name: 'figure',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    draggable: false,
    addAttributes: () => ({
      measure: { default: '', parseHTML: (element: HTMLElement) => element.dataset['measure'] ?? '', renderHTML: (attributes: Record<string, unknown>) => ({ 'data-measure': attributes['measure'] }) },
      show: { default: 'value', parseHTML: (element: HTMLElement) => element.dataset['show'] ?? 'value', renderHTML: (attributes: Record<string, unknown>) => ({ 'data-show': attributes['show'] }) },
    }),
    parseHTML: () => [{ tag: 'span[data-measure][data-show]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'figure-run' }, printed(source, node.attrs)],
    renderText: ({ node }) => printed(source, node.attrs),
    addNodeView: () => ({ node }) => {
      const dom = document.createElement('span')
      let attrs = node.attrs
      const write = (): void => {
        dom.className = 'figure-run'
        dom.dataset['measure'] = String(attrs['measure'])
        dom.dataset['show'] = String(attrs['show'])
        dom.title = source.measures.find((each) => each.key === attrs['measure'])?.title.zh ?? String(attrs['measure'])
        dom.textContent = printed(source, attrs)
      }
      write()
      source.views.add(write)
      return {
        dom,
        update: (next) => {
          if (next.type.name !== 'figure') return false
          attrs = next.attrs
          write()
          return true
        },
        ignoreMutation: () => true,
        selectNode: () => dom.classList.add('open'),
        deselectNode: () => dom.classList.remove('open'),
        destroy: () => void source.views.delete(write),
      }
    },
  })

const printed = (source: FigureSource, attrs: Readonly<Record<string, unknown>>): string => {
  const run: Run = { kind: 'figure', measure: String(attrs['measure']), show: attrs['show'] as 'value' }
  return printRun(run, source.told.get(run.measure))
}
