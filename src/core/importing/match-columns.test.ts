import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import { words } from '../words.ts'
import type { Cell, SheetRow } from './cell.ts'
import type { Outline } from './outline.ts'
import { outlineOf } from './outline.ts'
import type { Mapping } from './mapping.ts'
import { readMapping } from './mapping.ts'

const fields: readonly Field[] = [
  { key: 'org', title: words('村', 'Village'), kind: 'org', required: true },
  { key: 'day', title: words('日期', 'Day'), kind: 'day', required: true },
  { key: 'name', title: words('企业名称', 'Enterprise'), kind: 'text' },
  { key: 'code', title: words('统一社会信用代码', 'Credit code'), kind: 'text' },
  { key: 'kind', title: words('类别', 'Kind'), kind: 'choice', choices: [{ key: 'pig', title: words('生猪', 'pig') }, { key: 'hen', title: words('家禽', 'poultry') }] },
  { key: 'head', title: words('头数', 'Head'), kind: 'integer', unit: '头', synonyms: ['存栏'] },
  { key: 'amount', title: words('金额', 'Amount'), kind: 'decimal', unit: '元' },
  { key: 'phone', title: words('联系电话', 'Phone'), kind: 'text' },
]
const known = { orgs: new Map([['一村', 'v1'], ['二村', 'v2']]), year: 2023 }

const outline = (lines: readonly (readonly (string | number | null)[])[], remembered?: Mapping): Outline => {
  const rows: readonly SheetRow[] = lines.map((line, at) => ({ at: at + 1, cells: line.map((value): Cell => (value === null ? null : typeof value === 'number' ? { kind: 'number', text: String(value), percent: false } : { kind: 'text', text: value })) }))
  const found = outlineOf('表', rows, [], fields, [['code']], {}, remembered, known)
  if (found === undefined) throw new Error('no head')
  return found
}
const taken = (found: Outline): readonly string[] => found.matches.map(({ column, field, by }) => `${column.title}=${field ?? ''}${by === null ? '' : ` ${by}`}`)

test('columns are known by name in both languages, by words people use and by the ledger’s own', () => {
  expect(taken(outline([['序号', '所属村', '填报日期', '企业', 'Kind', '存栏', '金 额（万元）', '手机号码', '情况'], [1, '一村', '2023.6.1', '示例厂', '生猪', 3, 4, '13800000001', '好']]))).toEqual(['序号=', '所属村=org synonym', '填报日期=day synonym', '企业=name synonym', 'Kind=kind name', '存栏=head synonym', '金额=amount name', '手机号码=phone synonym', '情况='])
})

test('values tell where one field and one column are left that look so', () => {
  expect(taken(outline([['甲', '乙', '丙', '丁', '戊'], ['一村', '2023.6.1', '91330282MA2GR5JT8X', '生猪', '13800000001'], ['二村', '6月2日', '91330282MA2GR5JT8X', '家禽', '13900000002'], ['合计', null, null, null, null]]))).toEqual(['甲=org values', '乙=day values', '丙=code values', '丁=kind values', '戊=phone values'])
  expect(taken(outline([['甲', '乙', '丙'], ['一村', '二村', 3]]))).toEqual(['甲=', '乙=', '丙='])
})

test('a word with several meanings is not taken where no value fits, and a field is taken once', () => {
  expect(taken(outline([['村', '单位', '头数', '日期'], ['一村', '头', 3, '2023.6.1'], ['二村', '头', 4, '2023.6.2']]))).toEqual(['村=org name', '单位=', '头数=head name', '日期=day name'])
  expect(taken(outline([['村', '日期', '日期'], ['一村', '2023.6.1', '2023.6.2']]))).toEqual(['村=org name', '日期=day name', '日期='])
})

test('a unit for the whole sheet binds the columns it can measure', () => {
  const { mapping } = outline([['单位：万元', null, null], ['村', '头数', '金额'], ['一村', 3, 4]])
  expect(mapping.columns.map(({ title, unit }) => [title, unit])).toEqual([['村', null], ['头数', null], ['金额', '万元']])
})

test('the last time’s columns are taken again where the head is the same, also those taken for nothing', () => {
  const first = outline([['村', '日期', '乙', '备注'], ['一村', '2023.6.1', 4, '']])
  const mapping = readMapping(JSON.stringify({ ...first.mapping, columns: first.mapping.columns.map((column) => (column.title === '乙' ? { ...column, field: 'head' } : column)) }))
  expect(taken(outline([['标题'], ['村', '日期', '备注', '乙', '头数'], ['一村', '2023.6.1', '', 4, 5]], mapping))).toEqual(['村=org remembered', '日期=day remembered', '备注= remembered', '乙=head remembered', '头数='])
  expect([readMapping('{"sheet":"表"}'), readMapping('no')]).toEqual([undefined, undefined])
})
