import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import type { Cell, SheetRow } from '../importing/cell.ts'
import { findHeader } from '../importing/find-header.ts'
import { isFooting } from '../importing/footing.ts'
import type { Known } from '../importing/read-cell.ts'
import { ledgerProblem } from '../ledger/ledger.ts'
import type { Draft } from './draft.ts'
import { columnsOf, givenOf, ledgerOf } from './draft.ts'
import { ledgerProblems } from './ledger-problems.ts'
import { proposeDraft } from './propose-draft.ts'
import { freshMemory, surveyColumn } from './survey-column.ts'

const spell = (text: string): string => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('')
const known: Known = { orgs: new Map([['一村', 'v1'], ['二村', 'v2'], ['农业办', 'farm']]), year: 2023 }
const cell = (value: string | number | null): Cell => (value === null || value === '' ? null : typeof value === 'number' ? { kind: 'number', text: String(value), percent: false } : { kind: 'text', text: value })

/** Designs a ledger for rows as they stand in a sheet. */
const designed = (table: readonly (readonly (string | number | null)[])[], name = '台账.xlsx'): Draft => {
  const rows = table.map((row, index): SheetRow => ({ at: index + 1, cells: row.map(cell) }))
  const header = findHeader(rows, [])
  if (header === undefined) throw new Error('no head')
  const below = rows.filter((row) => row.at > header.to && isFooting(row) === undefined)
  const memory = freshMemory()
  const columns = header.columns.map((column) => {
    const survey = surveyColumn(column.unit, known, memory)
    for (const row of below) survey.see(row.cells[column.at] ?? null)
    return { column, survey: survey.tell() }
  })
  return proposeDraft({ heading: null, rows: below.length, columns }, { name, owner: 'farm', line: 'agriculture', spell, isTaken: (key) => key === 'sale' })
}

const kinds = (draft: Draft): readonly (readonly [string, string, string])[] => ledgerOf(draft).fields.map((field) => [field.key, field.title.zh, field.kind])

const sold = [
  ['序号', '村', '交售日期', '户主', '身份证号', '联系电话', '头数（头）', '金额(万元)', '类别', '是否检疫', '检疫证编号', '备注'],
  [1, '一村', '2023.6.1', '示例甲', '330282199001010011', '13800000001', 3, 1.25, '肉猪', '是', '浙0001', ''],
  [2, '二村', '6月2日', '示例乙', '330282199001010022', '13800000002', '1,200', 40, '种猪', '否', '浙0002', '补录'],
  [3, '二村', '2023/6/3', '示例乙', '330282199001010022', '13800000002', 12, 0.5, '肉猪', '是', '浙0003', ''],
  [4, '一村', '2023/6/4', '示例丙', '330282199001010033', '13800000003', 12, 3, '肉猪', '√', '浙0004', ''],
  ['合计', null, null, null, null, null, 1227, 44.75, null, null, null, null],
]

test('a clerk’s table becomes a ledger of events with kinds, units, choices and what is personal', () => {
  const draft = designed(sold, '2023年上半年生猪交售台账(1).xlsx')
  const ledger = ledgerOf(draft)
  expect([ledger.key, ledger.title.zh, ledger.shape, ledger.dateField, ledger.orgField, ledger.unique]).toEqual(['shengzhujiaoshoutaizhang', '生猪交售台账', 'event', 'jiaoshouriqi', 'cun', [['jianyizhengbianhao']]])
  expect(kinds(draft)).toEqual([
    ['cun', '村', 'org'], ['jiaoshouriqi', '交售日期', 'day'], ['huzhu', '户主', 'text'], ['shenfenzhenghao', '身份证号', 'sealed'], ['lianxidianhua', '联系电话', 'text'],
    ['toushu', '头数', 'integer'], ['jine', '金额', 'decimal'], ['leibie', '类别', 'choice'], ['shifoujianyi', '是否检疫', 'flag'], ['jianyizhengbianhao', '检疫证编号', 'text'], ['beizhu', '备注', 'text'],
  ])
  const field = (key: string) => ledger.fields.find((each) => each.key === key)
  expect([field('huzhu')?.personal, field('lianxidianhua')?.personal, field('shenfenzhenghao')?.personal]).toEqual(['restricted', 'restricted', 'sealed'])
  expect([field('toushu')?.unit, field('jine')?.unit, field('jine')?.decimals, field('jine')?.min]).toEqual(['头', '元', 2, '0'])
  expect(field('leibie')?.choices?.map((choice) => [choice.key, choice.title.zh])).toEqual([['rouzhu', '肉猪'], ['zhongzhu', '种猪']])
  expect(ledger.fields.filter((each) => each.required === true).map((each) => each.key)).toEqual(['cun', 'jiaoshouriqi', 'jianyizhengbianhao'])
  expect([ledgerProblem(ledger), ledgerProblems(ledger, undefined, () => false)]).toEqual([undefined, []])
  expect(columnsOf(draft).filter((column) => column.field === null)).toEqual([{ at: 0, field: null }])
})

test('a table of things that last is a register, its days those from and to which each holds, and its rows the office’s where it names no other', () => {
  const draft = designed([['设备编号', '设备名称', '启用日期', '停用日期', '原值（元）'], ['A-1', '水泵', '2020-01-01', '', 1200], ['A-2', '水泵', '2021-03-01', '2022-01-01', 800.5]], '设备.xlsx')
  const ledger = ledgerOf(draft)
  expect([ledger.shape, ledger.dateField, ledger.orgField, ledger.unique, givenOf(draft)]).toEqual(['register', undefined, 'org', [['shebeibianhao']], { org: 'farm' }])
  expect(kinds(draft).map(([key]) => key)).toEqual(['org', 'shebeibianhao', 'shebeimingcheng', 'yuanzhi'])
  expect(columnsOf(draft)).toEqual([{ at: 0, field: 'shebeibianhao' }, { at: 1, field: 'shebeimingcheng' }, { at: 2, field: 'valid_from' }, { at: 3, field: 'valid_to' }, { at: 4, field: 'yuanzhi' }])
  expect(ledgerProblem(ledger)).toBeUndefined()
})

test('columns of one name are told apart, empty ones are left, and keys are free', () => {
  const draft = designed([['村', '日期', '数量', '数量', 'ID', 'constructor', '空栏'], ['一村', '2023-06-01', 1, 2, 'x', 'y', null], ['二村', '2023-06-02', 3, 4, 'z', 'y', null]], 'sale.xlsx')
  expect(draft.key).toBe('sale-2')
  expect(kinds(draft).map(([key, title]) => [key, title])).toEqual([['cun', '村'], ['riqi', '日期'], ['shuliang', '数量'], ['shuliang_2', '数量（2）'], ['id_2', 'ID'], ['constructor_2', 'constructor']])
  expect(ledgerProblems(ledgerOf(draft), undefined, (key) => key === 'sale-2').map((problem) => [problem.field, problem.code])).toEqual([['ledger.key', 'key-taken']])
})

test('values without end are text, numbers that name things are text, and words that are always others are no choice', () => {
  const many = Array.from({ length: 400 }, (_, at) => ['一村', '2023-06-01', `值${at}`, `00${at}`, at % 2 === 0 ? '东' : '西', `类${at % 40}`])
  const draft = designed([['村', '日期', '类别', '批次', '方向', '种类'], ...many], '登记.xlsx')
  expect(kinds(draft).map(([, title, kind]) => [title, kind])).toEqual([['村', 'org'], ['日期', 'day'], ['类别', 'text'], ['批次', 'text'], ['方向', 'choice'], ['种类', 'text']])
})

test('three hundred columns are surveyed and a hundred taken', () => {
  const head = Array.from({ length: 300 }, (_, at) => `第${at}栏名`)
  const draft = designed([head, head.map((_, at) => at), head.map((_, at) => at + 1)])
  expect([draft.lines.length, draft.lines.filter((line) => line.take).length]).toEqual([300, 100])
})

test('a few wrong cells do not change what a column is', () => {
  const rows = Array.from({ length: 20 }, (_, at) => ['一村', at === 3 ? '不详' : `2023-06-${String(at + 1).padStart(2, '0')}`, at === 5 ? '若干' : at])
  const draft = designed([['村', '日期', '数量'], ...rows])
  expect([kinds(draft).map(([, , kind]) => kind), draft.shape]).toEqual([['org', 'day', 'integer'], 'event'])
})

test('whoever designs is told every problem at its place', () => {
  const ledger = ledgerOf(designed([['村', '日期', '类别'], ['一村', '2023-06-01', '甲'], ['二村', '2023-06-02', '甲'], ['二村', '2023-06-03', '甲']]))
  const [org, day, kind] = ledger.fields
  if (org === undefined || day === undefined || kind === undefined) throw new Error('fields')
  const spoilt = { ...ledger, dateField: 'leibie', fields: [{ ...org, required: false }, day, { ...kind, choices: [] }, { ...day }, { ...kind, key: 'void', title: { zh: '日期', en: 'Day' }, choices: [...(kind.choices ?? []), ...(kind.choices ?? [])] }] }
  expect(ledgerProblems(spoilt, undefined, () => true).map((problem) => [problem.field, problem.code])).toEqual([
    ['ledger.key', 'key-taken'], ['ledger.orgField', 'org-field-missing'], ['ledger.dateField', 'day-field-missing'], ['ledger.fields.2.choices', 'choices-missing'],
    ['ledger.fields.3.key', 'key-twice'], ['ledger.fields.3.title.zh', 'title-twice'], ['ledger.fields.4.key', 'key-reserved'], ['ledger.fields.4.title.zh', 'title-twice'], ['ledger.fields.4.choices', 'choice-twice'],
  ])
})
