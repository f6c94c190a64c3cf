import { expect, test } from 'vitest'
import type { RowOut } from '../../../api/entry.ts'
import type { Field } from '../../../core/ledger/field.ts'
import { words } from '../../../core/words.ts'
import type { GridColumn } from './grid-columns.ts'
import { editsOf } from './pasted-edits.ts'

const field = (key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key, title: words(key, key), kind, ...more })
const columns: readonly GridColumn[] = [
  field('org', 'org', { required: true }),
  field('day', 'day'),
  field('head', 'integer'),
  field('document', 'reference', { fixed: true }),
  field('kind', 'choice', { choices: [{ key: 'pig', title: words('猪', 'pig') }] }),
].map((each) => ({ key: each.key, width: 100, field: each }))
const row = (id: number, fields: RowOut['fields'], gone = false): RowOut => ({ id, version: id + 100, void: gone, from: null, to: null, fields })
const rows = [row(1, { org: 'v1', day: '2023-05-02', head: '3', kind: null }), row(2, { org: 'v2', day: null, head: '5', kind: 'pig' }), row(3, { org: 'v1', day: null, head: '1', kind: null }, true)]
const known = { orgs: new Map([['一村', 'v1'], ['二村', 'v2']]), year: 2023 }

test('a block is read as people write it, and only what differs is an edit', () => {
  const pasted = editsOf(rows, columns, { from: { row: 0, column: 0 }, rows: [['二村', '2023.5.2', '1.2万'], ['二村', '6月3日', '5']] }, known)
  expect(pasted.edits).toEqual([
    { entry: 1, saw: 101, set: { org: 'v2', head: '12000' } },
    { entry: 2, saw: 102, set: { day: '2023-06-03' } },
  ])
  expect([pasted.problems, pasted.rowsBeyond, pasted.columnsBeyond]).toEqual([[], 0, 0])
})

test('a cell that cannot be read is a problem at its place, and its row is left alone', () => {
  const pasted = editsOf(rows, columns, { from: { row: 0, column: 2 }, rows: [['几头', 'x', '猪', '多'], ['', '#4', '羊'], ['9', '', ''], ['1', '', '']] }, known)
  expect(pasted.problems.map(({ entry, field: at, problem }) => [entry, at, problem.problem])).toEqual([[1, 'head', 'not-number'], [2, 'kind', 'not-choice']])
  expect([pasted.edits, pasted.skipped.map((column) => column.key), pasted.rowsBeyond, pasted.columnsBeyond]).toEqual([[], ['document'], 1, 1])
  expect(pasted.rows.map(({ entry }) => entry.id)).toEqual([1, 2])
})

test('an empty cell clears what stands', () => {
  expect(editsOf(rows, columns, { from: { row: 1, column: 4 }, rows: [['']] }, known).edits).toEqual([{ entry: 2, saw: 102, set: { kind: null } }])
})
