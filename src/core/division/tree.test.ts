import { expect, test } from 'vitest'
import type { DivisionRow } from './tree.ts'
import { divisionTree } from './tree.ts'

const rows: readonly DivisionRow[] = [
  ['11', '北京市'], ['1101', '市辖区'], ['110101', '东城区'], ['110101001', '东华门街道'], ['110101001001', '多福巷社区居委会'],
  ['33', '浙江省'], ['3302', '宁波市'], ['330282', '慈溪市'],
  ['330282111', '逍林镇'], ['330282111201', '福合院村委会'],
  ['330282112', '新浦镇'], ['330282112001', '新浦街居委会'], ['330282112201', '上舍村委会'],
  ['330282113', '胜山镇'],
  ['330283', '奉化区'], ['330283112', '新浦街道办事处'],
]
const tree = divisionTree(rows)
const codes = (text: string, most = 3) => tree.near(text, most).map((each) => each.code)

test('a town has a name, an address and its own villages', () => {
  expect(tree.find('330282112')).toEqual({ code: '330282112', name: '新浦镇' })
  expect(tree.find('330282999')).toBeUndefined()
  expect(tree.path('330282112').join('')).toBe('浙江省宁波市慈溪市新浦镇')
  expect(tree.path('110101001').join('')).toBe('北京市东城区东华门街道')
  expect(tree.villagesOf('330282112').map((each) => each.name)).toEqual(['新浦街居委会', '上舍村委会'])
  expect(tree.villagesOf('330282113')).toEqual([])
  expect(tree.villagesOf('999999999')).toEqual([])
})

test('a code that is none is near those that differ least, within its county first', () => {
  expect(codes('330282122')).toEqual(['330282112', '330282111', '330282113'])
  expect(codes('330282211', 1)).toEqual(['330282111'])
  expect(codes('330228112', 1)).toEqual(['330282112'])
})

test('a county means its towns, a village its town', () => {
  expect(codes('330282')).toEqual(['330282111', '330282112', '330282113'])
  expect(codes('330282000000')).toEqual(['330282111', '330282112', '330282113'])
  expect(codes('330282112201')).toEqual(['330282112'])
})

test('a name finds the towns so called, whole names before parts', () => {
  expect(codes('新浦镇')).toEqual(['330282112'])
  expect(codes('新浦')).toEqual(['330282112', '330283112'])
  expect(codes('浦')).toEqual(['330282112', '330283112'])
  expect(codes('新浦街道')).toEqual(['330283112'])
  expect(tree.near('胜山', 1)[0]?.path).toBe('浙江省宁波市慈溪市胜山镇')
  expect(codes('没有这个镇')).toEqual([])
  expect(codes('')).toEqual([])
})
