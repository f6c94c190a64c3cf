import type { Block, Run } from '../../../core/report/document.ts'

/**
 * A text written in a plain box, a line a block. `{生猪出栏}` is a bound number, `{生猪出栏|同比}` another wording of it, `〔3家｜市局通报〕` a number stated with its
 * source, `【】` a run-in head, `# ` and `## ` the third and fourth level of headings, `· ` and `1) ` items. A table stays what it was: `{表格1}`.
 */
export type Named = { readonly titleOf: (measure: string) => string; readonly measureOf: (title: string) => string | undefined }

type Show = Extract<Run, { kind: 'figure' }>['show']

const shows: readonly (readonly [show: Show, word: string])[] = [['about', '约数'], ['change', '同比'], ['growth-only', '增幅'], ['completion', '完成率'], ['share', '占比']]

/** The mark of a bound number. */
export const markOf = (title: string, show: Show = 'value'): string => {
  const word = shows.find(([each]) => each === show)?.[1]
  return word === undefined ? `{${title}}` : `{${title}|${word}}`
}

export const textOf = (blocks: readonly Block[], named: Named): string => {
  let tables = 0
  return blocks.map((block) => (block.kind === 'table' ? `{表格${(tables += 1)}}` : lineOf(block, named))).join('\n')
}

/** Reads the text back; `tables` are those the text began with. Empty lines are nothing. */
export const blocksOf = (text: string, named: Named, tables: readonly Block[]): readonly Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => blockOf(line, named, tables) ?? [])

const lineOf = (block: Exclude<Block, { kind: 'table' }>, named: Named): string => {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 4 ? '## ' : '# '}${block.text}`
    case 'paragraph':
      return `${block.lead === undefined ? '' : `【${block.lead}】`}${runsText(block.runs, named)}`
    case 'item':
      return `${block.marker === 'dot' ? '· ' : '1) '}${runsText(block.runs, named)}`
    default:
      return block satisfies never
  }
}

const runsText = (runs: readonly Run[], named: Named): string =>
  runs.map((run) => (run.kind === 'figure' ? markOf(named.titleOf(run.measure), run.show) : run.source === undefined ? run.text : `〔${run.text}｜${run.source}〕`)).join('')

const blockOf = (line: string, named: Named, tables: readonly Block[]): Block | undefined => {
  const table = /^\{表格(\d{1,3})\}$/.exec(line)
  if (table !== null) return tables[Number(table[1]) - 1]
  const heading = /^(##?) (.+)$/.exec(line)
  if (heading !== null) return { kind: 'heading', level: heading[1] === '##' ? 4 : 3, text: heading[2] ?? '' }
  const item = /^(·|1\)) (.+)$/.exec(line)
  if (item !== null) return { kind: 'item', marker: item[1] === '·' ? 'dot' : 'number', runs: runsIn(item[2] ?? '', named) }
  const led = /^【([^】]+)】(.*)$/.exec(line)
  if (led !== null) return { kind: 'paragraph', lead: led[1] ?? '', runs: runsIn(led[2] ?? '', named) }
  return { kind: 'paragraph', runs: runsIn(line, named) }
}

const runsIn = (text: string, named: Named): readonly Run[] => {
  const runs: Run[] = []
  const words = (more: string): void => {
    const last = runs.at(-1)
    if (more === '') return
    if (last?.kind === 'text' && last.source === undefined) runs[runs.length - 1] = { kind: 'text', text: last.text + more }
    else runs.push({ kind: 'text', text: more })
  }
  let from = 0
  for (const found of text.matchAll(/\{([^{}|]+)(?:\|([^{}|]+))?\}|〔([^〔〕｜]+)｜([^〔〕｜]+)〕/g)) {
    words(text.slice(from, found.index))
    from = found.index + found[0].length
    const run = runOf(found, named)
    if (run === undefined) words(found[0])
    else runs.push(run)
  }
  words(text.slice(from))
  return runs
}

const runOf = ([, title, word, stated, source]: RegExpExecArray, named: Named): Run | undefined => {
  if (stated !== undefined && source !== undefined) return { kind: 'text', text: stated, source }
  const measure = named.measureOf(title ?? '')
  const show = word === undefined ? 'value' : shows.find(([, each]) => each === word)?.[0]
  return measure === undefined || show === undefined ? undefined : { kind: 'figure', measure, show }
}
