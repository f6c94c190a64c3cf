import { expect, test } from 'vitest'
import { comparePublic } from './compare-public.ts'
import type { Block, ReportDocument } from './document.ts'

const document = (...blocks: readonly Block[]): ReportDocument => ({ title: '报告', blocks })
const says = (id: string, text: string, source?: string): Block => ({ kind: 'paragraph', id, runs: [{ kind: 'text', text, ...(source === undefined ? {} : { source }) }] })
const print = (told: string) => (run: { readonly kind: string; readonly text?: string }) => run.text ?? told

test('two editions differ by their words and by what their figures told, never by the notes of their writers', () => {
  const figure: Block = { kind: 'paragraph', id: 'f', runs: [{ kind: 'text', text: '出栏' }, { kind: 'figure', measure: 'pigs', show: 'value' }] }
  const draft: Block = { kind: 'paragraph', id: 'd', runs: [{ kind: 'text', text: '其他' }], carried: true }
  const changes = comparePublic(document(says('a', '受表彰3人', '王某口头'), figure, draft, says('z', '旧段')), document(says('a', '受表彰3人', '李某来函'), says('n', '新段'), figure, { ...draft, carried: undefined }), print('60头'), print('63头'))
  expect(changes.map(({ kind, id, pieces }) => [kind, id, pieces.map((piece) => piece.text).join('|')])).toEqual([
    ['same', '1', '受表彰3人'],
    ['added', '2', '新段'],
    ['changed', '3', '出栏|60|63|头'],
    ['same', '4', '其他'],
    ['removed', '5', '旧段'],
  ])
  expect(JSON.stringify(changes)).not.toMatch(/王某|李某|carried|"id":"[a-z]"/)
})
