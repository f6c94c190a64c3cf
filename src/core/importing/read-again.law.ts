import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field } from '../ledger/field.ts'
import { isProblem } from '../ledger/kinds/kind.ts'
import { kindOf } from '../ledger/kinds/kinds.ts'
import { addDays } from '../time/day.ts'
import type { Day } from '../time/day.ts'
import { words } from '../words.ts'
import { readCell } from './read-cell.ts'

/** What a field shows to a person, typed into a sheet, is read as the value it was. */

const known = { orgs: new Map([['v1', 'v1'], ['330282112001', '330282112001']]), year: 2001 }
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key: 'x', title: words('某项', 'X'), kind, ...more })
const choices = [{ key: 'pig', title: words('生猪（能繁）', 'pig') }, { key: 'hen', title: words('家禽', 'poultry') }]

const fields: readonly (readonly [Field, fc.Arbitrary<string | boolean>])[] = [
  [field('text'), fc.string({ unit: 'grapheme', maxLength: 80 })],
  [field('note'), fc.string({ unit: 'binary', maxLength: 200 })],
  [field('text'), fc.constantFrom('一村', '=1+1', '1/2', '-5', '007', '2023.6.30', "'80后", 'Ａ１', '√')],
  [field('integer', { unit: '头' }), fc.maxSafeInteger().map(String)],
  [field('decimal', { unit: '元', decimals: 6 }), fc.tuple(fc.integer(), fc.integer({ min: 0, max: 999_999 })).map(([whole, part]) => `${whole}.${part}`)],
  [field('decimal', { decimals: 12 }), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String)],
  [field('day'), fc.integer({ min: 4000, max: 109_000 }).map((n) => addDays('1899-12-30' as Day, n))],
  [field('period'), fc.tuple(fc.integer({ min: 1950, max: 2150 }), fc.constantFrom('', 'H1', 'H2', 'Q3', '-07')).map(([year, rest]) => `${year}${rest}`)],
  [field('choice', { choices }), fc.constantFrom('pig', 'hen')],
  [field('flag'), fc.boolean()],
  [field('org'), fc.constantFrom('v1', '330282112001')],
]

test.each(fields.map(([of, values]) => [of.kind, of, values] as const))('%s', (_, of, values) => {
  fc.assert(
    fc.property(values, fc.constantFrom('zh' as const, 'en' as const), (given, lang) => {
      const value = kindOf(of).parse(given, of)
      if (value === null || isProblem(value)) return
      const shown = kindOf(of).format(value, of, lang)
      const read = readCell({ kind: 'text', text: shown }, of, undefined, known)
      // A stroke alone says that there is nothing; what a person meant by it cannot come back.
      if (/^(-{1,2}|—{1,2}|[/\\]|N\/A|n\/a|无数据)$/.test(shown.normalize('NFKC'))) return
      expect(read).toEqual(value)
    }),
    { seed: 20_230_630, numRuns: 300 },
  )
})
