import { expect, test } from 'vitest'
import { formSheets, indicatorForm, listForm } from '../../../test/builders/blank-form.ts'
import { smallLedgers, smallMeasures, smallOrgs } from '../../../test/builders/small-town.ts'
import { orgTree } from '../access/org-tree.ts'
import type { Measure } from '../measure/measure.ts'
import { measureWords } from '../reading/suggest-measure.ts'
import { words } from '../words.ts'
import type { Binding, FormMapping } from './binding.ts'
import { carryMapping, recogniseForm } from './carry-mapping.ts'
import type { Blanks } from './find-blanks.ts'
import { findBlanks } from './find-blanks.ts'
import { suggestBindings, takeApart } from './suggest-bindings.ts'
import type { SuggestedCell } from './suggest-bindings.ts'
import { suggestList } from './suggest-list.ts'

const tree = orgTree(smallOrgs.map((org) => ({ parent: null, successor: null, from: '2000-01-01', to: null, ...org })) as never, '2023-07-03' as never)
const titled: Readonly<Record<string, string>> = { pigs: '生猪出栏', sales: '交售笔数', money: '交售金额' }
const measures: readonly Measure[] = smallMeasures.filter(({ key }) => titled[key] !== undefined).map((measure) => ({ ...measure, title: words(titled[measure.key] ?? '', measure.key) }))
const known = { measures: measureWords(measures), tree, title: '乡镇农业生产情况统计表' }
const blanksIn = async (bytes: Uint8Array): Promise<Blanks> => findBlanks((await formSheets(bytes))[0] as never)
const suggested = async (bytes: Uint8Array): Promise<readonly SuggestedCell[]> => suggestBindings((await blanksIn(bytes)).blanks, known)
const at = (cells: readonly SuggestedCell[], cell: string): Binding | undefined => cells.find((each) => each.cell === cell)?.binding
const figure = (measure: string, more: Partial<Extract<Binding, { kind: 'figure' }>> = {}): Binding => ({ kind: 'figure', measure, org: null, span: 'same', yearsBack: 0, show: 'value', ...more })

test('a blank is taken for the measure its words name, in the period and the way its column says; what nobody has stays open', async () => {
  const cells = await suggested(await indicatorForm())
  expect(['D5', 'E5', 'F5', 'D6', 'D7', 'E7'].map((cell) => at(cells, cell))).toEqual([figure('pigs'), figure('pigs', { yearsBack: 1 }), figure('pigs', { show: 'change' }), figure('sales'), figure('money'), figure('money', { yearsBack: 1 })])
  expect(['D8', 'F9', 'G5'].map((cell) => at(cells, cell))).toEqual([{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }])
  expect(['E5', 'G5'].map((cell) => cells.find((each) => each.cell === cell)?.reading)).toEqual([{ org: null, span: 'same', yearsBack: 1, show: 'value' }, null])
  expect(['B2', 'B11', 'E11'].map((cell) => at(cells, cell))).toEqual([{ kind: 'fact', fact: 'town' }, { kind: 'fact', fact: 'person' }, { kind: 'fact', fact: 'day' }])
})

const orgs = new Map([['一村', 'v1']])
test.each([
  [['一、农业', '生猪出栏'], ['本年累计'], { subject: '农业生猪出栏', span: 'to-date', show: 'value' }],
  [['生猪出栏'], ['1-6月累计', '比上年同期增长'], { subject: '生猪出栏', span: 'to-date', show: 'change' }],
  [['一村'], ['生猪出栏（头）', '上月'], { subject: '生猪出栏', org: 'v1', span: 'previous' }],
  [['生猪出栏'], ['全年目标'], { subject: '生猪出栏', show: 'target' }],
  [['生猪出栏'], ['全年目标完成率'], { subject: '生猪出栏', show: 'completion', span: 'to-date' }],
  [['生猪出栏'], ['2022年'], { subject: '生猪出栏', yearsBack: 1 }],
  [['生猪出栏'], ['去年同期'], { subject: '生猪出栏', yearsBack: 1, span: 'same' }],
])('%j under %j', (rowHeads, columnHeads, told) => expect(takeApart({ sheet: '表', rowHeads, columnHeads }, orgs, 2023)).toMatchObject(told))

test('a sheet named for a village is of that village', () => expect(takeApart({ sheet: '一村', rowHeads: ['生猪出栏'], columnHeads: [] }, orgs, 0)).toMatchObject({ subject: '生猪出栏', org: 'v1' }))

test('a list is taken for the ledger that knows its columns', async () => {
  const [list] = (await blanksIn(await listForm())).lists
  if (list === undefined) throw new Error('no list')
  const found = suggestList(list, smallLedgers, '生猪交售名单')
  expect([found.ledger, found.columns.map(({ source }) => source)]).toEqual(['sale', [{ kind: 'number' }, { kind: 'field', field: 'org' }, { kind: 'field', field: 'day' }, { kind: 'field', field: 'head' }, { kind: 'field', field: 'money' }]])
})

test('a mapping follows its words into a changed form, and the differences are told', async () => {
  const before: FormMapping = { cells: (await suggested(await indicatorForm())).map(({ sheet, cell, heads, unit, binding }) => ({ sheet, cell, heads, unit, binding: cell === 'D8' ? { kind: 'text', text: '无' } : binding })), lists: [] }
  const changed = await suggested(
    await indicatorForm((sheet) => {
      sheet.getCell('B6').value = '规模场户数'
      sheet.getCell('B5').value = '金额'
      sheet.getCell('C5').value = '万元'
      sheet.getCell('B7').value = '生猪出栏'
      sheet.getCell('C7').value = '个'
    }),
  )
  const carried = carryMapping(before, changed, [])
  expect(['D5', 'D7', 'D8', 'B2'].map((cell) => at(carried.cells, cell))).toEqual([figure('money'), figure('pigs'), { kind: 'text', text: '无' }, { kind: 'fact', fact: 'town' }])
  expect(carried.moved.map(({ from, to }) => `${from}>${to}`)).toEqual(expect.arrayContaining(['D7>D5', 'D5>D7']))
  expect(carried.added.every((heads) => heads.startsWith('规模场户数'))).toBe(true)
  expect(carried.gone.every((heads) => heads.startsWith('交售笔数'))).toBe(true)
  expect([carried.added.length, carried.gone.length]).toEqual([4, 4])
})

test('the form of the next month is known by its heads, though rows moved, its month changed and others look like it', async () => {
  const [june, july] = await Promise.all([
    indicatorForm((sheet) => void (sheet.getCell('D3').value = '2023年6月')),
    indicatorForm((sheet) => {
      sheet.getCell('D3').value = '2023年7月'
      sheet.insertRow(3, [])
      sheet.name = '7月'
    }),
  ])
  const mappingOf = async (bytes: Uint8Array): Promise<FormMapping> => ({ cells: (await suggested(bytes)).map(({ sheet, cell, heads, unit, binding }) => ({ sheet, cell, heads, unit, binding: heads.startsWith('数字乡村') ? { kind: 'text', text: '100' } : binding })), lists: [] })
  const other: FormMapping = { cells: [{ sheet: '一', cell: 'A1', heads: '生猪出栏', unit: '个', binding: { kind: 'none' } }], lists: [] }
  const mapping = await mappingOf(june)
  const cells = await suggested(july)
  expect(recogniseForm(cells, [{ id: 1, mapping: other }, { id: 2, mapping }])).toMatchObject({ id: 2 })
  expect(recogniseForm(cells, [{ id: 1, mapping: other }])).toBeUndefined()
  const carried = carryMapping(mapping, cells, [])
  expect([carried.added, carried.gone, carried.kept]).toEqual([[], [], mapping.cells.length])
  expect(carried.cells.filter(({ heads }) => heads.startsWith('数字乡村')).map(({ binding }) => binding)).toEqual(Array.from({ length: 4 }, () => ({ kind: 'text', text: '100' })))
})
