import { expect, test } from 'vitest'
import { period } from '../time/period.ts'
import { documentFor, ReportDocument } from './document.ts'
import { boundMeasures } from './runs.ts'

const outline: ReportDocument = {
  title: '{period}工作回顾',
  blocks: [
    { kind: 'heading', level: 1, text: '一、{period}总体情况' },
    {
      kind: 'paragraph',
      lead: '农业',
      runs: [
        { kind: 'text', text: '{year}年生猪出栏' },
        { kind: 'figure', measure: 'pigs', show: 'value' },
        { kind: 'text', text: '，' },
        { kind: 'figure', measure: 'pigs', show: 'change' },
        { kind: 'figure', measure: 'grain', show: 'value' },
      ],
    },
  ],
}

test('an outline is written out for a period and keeps its bindings', () => {
  const document = documentFor(outline, period('2023H1'))
  expect(document.title).toBe('2023年上半年工作回顾')
  expect(document.blocks[0]).toEqual({ kind: 'heading', level: 1, text: '一、2023年上半年总体情况' })
  expect(document.blocks[1]).toMatchObject({ lead: '农业', runs: [{ text: '2023年生猪出栏' }, { measure: 'pigs' }, {}, {}, {}] })
  expect(boundMeasures(document)).toEqual(['pigs', 'grain'])
})

test('a document survives JSON and refuses an unknown show', () => {
  expect(ReportDocument.parse(JSON.parse(JSON.stringify(outline)))).toEqual(outline)
  const broken = { title: 'x', blocks: [{ kind: 'paragraph', runs: [{ kind: 'figure', measure: 'pigs', show: 'all' }] }] }
  expect(ReportDocument.safeParse(broken).success).toBe(false)
})
