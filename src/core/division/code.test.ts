import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeLengths, divisionLevels, parentDivision, parseDivisionCode } from './code.ts'

test('a code is read at its level, filled up or not', () => {
  expect(parseDivisionCode('33')).toEqual({ code: '33', level: 'province' })
  expect(parseDivisionCode('330282')).toEqual({ code: '330282', level: 'county' })
  expect(parseDivisionCode('330000')).toEqual({ code: '33', level: 'province' })
  expect(parseDivisionCode('330282112')).toEqual({ code: '330282112', level: 'town' })
  expect(parseDivisionCode(' 330282 112 000 ')).toEqual({ code: '330282112', level: 'town' })
  expect(parseDivisionCode('330282112201')).toEqual({ code: '330282112201', level: 'village' })
})

test('the county part of a city without counties is not taken for a filling', () => {
  expect(parseDivisionCode('441900003')).toEqual({ code: '441900003', level: 'town' })
})

test('anything else is no code', () => {
  for (const text of ['', '3', '330', '03', '33028211', '3302821120001', '新浦镇', '33028211x', '000000']) expect(parseDivisionCode(text), text).toBeUndefined()
})

test('every code filled up to twelve digits is read as the code itself', () => {
  const part = (digits: number) => fc.integer({ min: 1, max: 10 ** digits - 1 }).map((value) => String(value).padStart(digits, '0'))
  const whole = fc.tuple(fc.integer({ min: 10, max: 99 }).map(String), part(2), part(2), part(3), part(3)).map((parts) => parts.join(''))
  fc.assert(
    fc.property(whole, fc.constantFrom(...divisionLevels), (digits, level) => {
      const code = digits.slice(0, codeLengths[level])
      expect(parseDivisionCode(code.padEnd(12, '0'))).toEqual({ code, level })
      expect(parseDivisionCode(code)).toEqual({ code, level })
      const above = parentDivision(code)
      expect(above === undefined).toBe(level === 'province')
      expect(code.startsWith(above ?? '')).toBe(true)
    }),
    { seed: 8 },
  )
})
