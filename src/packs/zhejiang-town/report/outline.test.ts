import { expect, test } from 'vitest'
import { documentFor, ReportDocument } from '../../../core/report/document.ts'
import { boundMeasures, runsOf } from '../../../core/report/runs.ts'
import { period } from '../../../core/time/period.ts'
import { publishedTargets } from '../demo/published.ts'
import { measureKey, ofCases } from '../demo/targets.ts'
import { zhejiangTown } from '../pack.ts'
import { outline } from './outline.ts'

const unprinted = new Set(ofCases.map(measureKey))
const figures = zhejiangTown.measures.filter((measure) => measure.part !== true && !unprinted.has(measure.key)).map((measure) => measure.key)
const runs = outline.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))

test('the outline binds every figure of the town once and nothing else', () => {
  expect([...boundMeasures(outline)].sort()).toEqual([...figures].sort())
  const bound = runs.flatMap((run) => (run.kind === 'figure' && run.show !== 'change' ? [run.measure] : []))
  expect(new Set(bound).size).toBe(bound.length)
  expect(ReportDocument.parse(outline)).toEqual(outline)
})

test('a growth is told where one was published, alone where there is no level', () => {
  for (const [id, target] of Object.entries(publishedTargets)) {
    const shows = runs.flatMap((run) => (run.kind === 'figure' && run.measure === id.replaceAll('_', '-') ? [run.show] : []))
    expect([id, ...shows]).toEqual([id, ...(target.value === null ? ['growth-only'] : target.growth === undefined ? ['value'] : ['value', 'change'])])
  }
})

test('no number, 预计 or word of rounding is typed', () => {
  for (const block of documentFor(outline, period('2023H1')).blocks) {
    for (const run of runsOf(block)) if (run.kind === 'text') expect(run.text).not.toMatch(/\d|预计|余[个处次份亩]|％|%/)
  }
})

test('it has the two parts of the report, five sections in each', () => {
  const headings = outline.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  expect(headings.filter((each) => each.level === 1).map((each) => each.text.slice(0, 2))).toEqual(['一、', '二、'])
  expect(headings.filter((each) => each.level === 2).map((each) => each.text.slice(0, 3))).toEqual(['（一）', '（二）', '（三）', '（四）', '（五）', '（一）', '（二）', '（三）', '（四）', '（五）'])
})
