import { describe, expect, test } from 'vitest'
import { comparedWith, firstBlocks, printed, secondBlocks, section, title } from '../../../../test/builders/written-report.ts'
import type { Block } from '../document.ts'
import { estimateWord } from './plain.ts'
import type { WordBackInput } from './word-back.ts'
import type { WordBlock, WordDocument, WordPiece } from './word-document.ts'

/** The report as a file nobody touched would have it, or with one of its blocks another. */
const file = (change: (block: WordBlock) => WordBlock | readonly WordBlock[] = (block) => block, blocks: readonly Block[] = [...firstBlocks, ...secondBlocks]): WordDocument => ({ taken: undefined, title, blocks: blocks.map(wordOf).flatMap(change), remarks: [] })

const piecesOf = (runs: Extract<Block, { kind: 'item' }>['runs']): readonly WordPiece[] =>
  runs.flatMap((run): readonly WordPiece[] => {
    if (run.kind === 'text') return [run.source === undefined ? { kind: 'text', text: run.text } : { kind: 'stated', text: run.text, source: run.source }]
    const { text, estimate } = printed(run)
    const figure: WordPiece = { kind: 'figure', text, binding: { ...run, period: '2023H1' } }
    return estimate ? [{ kind: 'text', text: estimateWord }, figure] : [figure]
  }).reduce<readonly WordPiece[]>((done, piece) => {
    const last = done.at(-1)
    return last?.kind === 'text' && piece.kind === 'text' ? [...done.slice(0, -1), { kind: 'text', text: last.text + piece.text }] : [...done, piece]
  }, [])

const wordOf = (block: Block): WordBlock => {
  const id = block.id
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', id, level: block.level, pieces: [{ kind: 'text', text: block.text }] }
    case 'paragraph':
      return { kind: 'paragraph', id, lead: block.lead, pieces: piecesOf(block.runs) }
    case 'item':
      return { kind: 'item', id, marker: block.marker, pieces: piecesOf(block.runs) }
    case 'table':
      return { kind: 'table', id, rows: block.rows.map((row) => row.map((cell) => piecesOf(cell.runs))) }
  }
}

/** One paragraph with its pieces changed. */
const inBlock = (id: string, change: (pieces: readonly WordPiece[]) => readonly WordPiece[]) => (block: WordBlock): WordBlock => (block.id === id && block.kind !== 'table' ? { ...block, pieces: change(block.pieces) } : block)
const typed = (id: string, at: number, text: string) => inBlock(id, (pieces) => pieces.map((piece, place) => (place === at ? { ...piece, text } : piece)))
const compared = (change: Parameters<typeof file>[0], more: Partial<WordBackInput> = {}) => comparedWith(file(change), more)
const runsOf = (back: ReturnType<typeof compared>, id: string) => {
  const block = back.sections.flatMap(({ blocks }) => blocks).find((each) => each.id === id)
  return block?.kind === 'paragraph' || block?.kind === 'item' ? block.runs : undefined
}

test('nothing is changed by a file nobody touched', () => {
  const back = compared((block) => block)
  expect(back.findings).toEqual([])
  expect(back.sections.map(({ blocks, changed }) => [blocks, changed])).toEqual([[firstBlocks, false], [secondBlocks, false]])
})

describe('a number typed over a figure', () => {
  const change = typed('i-1', 1, '18家')

  test('is shown against it, and the figure stays unless it is chosen otherwise', () => {
    const back = compared(change)
    expect(back.findings).toEqual([{ kind: 'overtyped', block: 'i-1', key: 'i-1:1', measure: 'firms', typed: '18家', printed: '16家' }])
    expect(back.sections[0]?.changed).toBe(false)
  })

  test('is taken as stated with its source', () => {
    const back = compared(change, { choices: [{ key: 'i-1:1', take: 'stated', source: '经发办报送' }] })
    expect(runsOf(back, 'i-1')?.[1]).toEqual({ kind: 'text', text: '18家', source: '经发办报送' })
  })

  test('is never taken without a source', () => {
    expect(runsOf(compared(change, { choices: [{ key: 'i-1:1', take: 'stated' }] }), 'i-1')?.[1]).toEqual({ kind: 'figure', measure: 'firms', show: 'value' })
  })

  test('may be a longer one that holds it', () => {
    for (const text of ['116家', '16家6', '约16家', '16家多', '.16家']) expect(compared(typed('i-1', 1, text)).findings.map(({ kind }) => kind), text).toEqual(['overtyped'])
  })

  test('is none where only words were typed at its edge', () => {
    const back = compared(typed('i-1', 1, '共16家左右'))
    expect(back.findings).toEqual([])
    expect(runsOf(back, 'i-1')?.map((run) => (run.kind === 'text' ? run.text : run.measure))).toEqual(['整治“低散乱”企业共', 'firms', '左右。'])
  })
})

describe('a tag', () => {
  test('that is gone is told, and its number is words', () => {
    const back = compared(inBlock('i-3', (pieces) => [{ kind: 'text', text: pieces.map((piece) => piece.text).join('') }]))
    expect(back.findings).toEqual([{ kind: 'lost', block: 'i-3', measure: 'land', printed: '120亩', standing: true }, { kind: 'loose', block: 'i-3', quote: '120亩' }])
    expect(runsOf(back, 'i-3')).toEqual([{ kind: 'text', text: '腾出空间120亩' }])
  })

  test('of another period or an unknown measure binds nothing', () => {
    for (const binding of [{ measure: 'land', period: '2022H1', show: 'value' }, { measure: 'gdp', period: '2023H1', show: 'value' }, { measure: 'land', period: '2023H1', show: 'share' }] as const) {
      const back = compared(inBlock('i-2', (pieces) => [...pieces, { kind: 'figure', text: '5处', binding }]))
      expect(back.findings[0]).toEqual({ kind: 'foreign', block: 'i-2', measure: binding.measure, period: binding.period, typed: '5处' })
      expect(runsOf(back, 'i-2')).toEqual([{ kind: 'text', text: '盘活闲置土地。5处' }])
    }
  })

  test('copied twice is the same figure twice, and is told', () => {
    const back = compared(inBlock('i-1', (pieces) => [...pieces, ...pieces.slice(1, 2)]))
    expect(back.findings).toEqual([{ kind: 'copied', block: 'i-1', measure: 'firms', printed: '16家' }])
    expect(runsOf(back, 'i-1')?.filter((run) => run.kind === 'figure')).toHaveLength(2)
  })

  test('cut from one paragraph and put into another is neither lost nor copied', () => {
    const cut: { pieces: readonly WordPiece[] } = { pieces: [] }
    const back = compared((block) => {
      if (block.id === 'i-1' && block.kind === 'item') {
        cut.pieces = block.pieces.slice(1, 2)
        return { ...block, pieces: block.pieces.slice(0, 1) }
      }
      return block.id === 'i-2' && block.kind === 'item' ? { ...block, pieces: [...block.pieces, ...cut.pieces] } : block
    })
    expect(back.findings).toEqual([])
  })
})

test('预计 belongs to its figure, and stays a word where the figure is no estimate', () => {
  expect(runsOf(compared((block) => block), 'p-farm')).toEqual(firstBlocks[2]?.kind === 'paragraph' && firstBlocks[2].runs)
  const back = compared(inBlock('i-1', ([first, ...rest]) => [{ kind: 'text', text: `${first?.text ?? ''}预计` }, ...rest]))
  expect(runsOf(back, 'i-1')?.[0]).toEqual({ kind: 'text', text: '整治“低散乱”企业预计' })
})

test('a new number that is bound to nothing is flagged', () => {
  const fresh: WordBlock = { kind: 'paragraph', id: undefined, lead: undefined, pieces: [{ kind: 'text', text: '新建充电桩56个，2023年7月投用。' }] }
  const back = compared((block) => (block.id === 'i-3' ? [block, fresh] : block))
  expect(back.findings).toEqual([{ kind: 'loose', block: 'n1', quote: '56个' }])
  expect(back.sections[0]?.blocks.at(-1)).toEqual({ kind: 'paragraph', id: 'n1', runs: [{ kind: 'text', text: '新建充电桩56个，2023年7月投用。' }] })
})

describe('a section', () => {
  const idsOf = (back: ReturnType<typeof compared>) => back.sections.map(({ blocks }) => blocks.map((block) => block.id))

  test('keeps its blocks where its heading was deleted', () => {
    expect(idsOf(compared((block) => (block.id === 'h-2' ? [] : block)))[1]).toEqual(['h-3', 'p-care', 't-1', 'p-end'])
  })

  test('takes a block that was moved into it, and keeps one that moved within it', () => {
    const [end, rest] = [file().blocks.filter((block) => block.id === 'p-end'), file().blocks.filter((block) => block.id !== 'p-end')]
    const back = comparedWith({ ...file(), blocks: rest.flatMap((block) => (block.id === 'p-farm' ? [block, ...end] : block)) })
    expect(idsOf(back)).toEqual([['h-1', 'p-output', 'p-farm', 'p-end', 'i-1', 'i-2', 'i-3'], ['h-2', 'h-3', 'p-care', 't-1']])
  })

  test('changed here meanwhile is merged with the file, and what both changed is told', () => {
    const mine = typed('i-2', 0, '盘活低效土地。')
    const here = (block: Block): Block => (block.id === 'p-farm' && block.kind === 'paragraph' ? { ...block, runs: [{ kind: 'text', text: '改过。' }] } : block)
    const now = (change: (block: Block) => Block) => ({ now: [section(1, firstBlocks.map(change), 20), section(2, secondBlocks)] })
    const merged = compared(mine, now(here)).sections[0]
    expect([merged?.saw, merged?.conflicts]).toEqual([20, []])
    expect(merged?.blocks.filter((block) => block.id === 'p-farm' || block.id === 'i-2').map((block) => (block.kind === 'table' || block.kind === 'heading' ? [] : block.runs))).toEqual([[{ kind: 'text', text: '改过。' }], [{ kind: 'text', text: '盘活低效土地。' }]])
    const both = compared(mine, now((block) => (block.id === 'i-2' && block.kind === 'item' ? { ...block, runs: [{ kind: 'text', text: '盘活土地。' }] } : block))).sections[0]
    expect(both?.conflicts.map(({ id }) => id)).toEqual(['i-2'])
  })
})

test('a changed title is told', () => {
  expect(comparedWith({ ...file(), title: '另一个标题' }).title).toBe('另一个标题')
  expect(comparedWith({ ...file(), title: '2023年上半年工作回顾 及下半年工作计划' }).title).toBeUndefined()
})
