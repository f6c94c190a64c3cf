import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { endOfTownDay, todayLater, townDay } from './instant.ts'

const hour = 3_600_000
const instants = fc.date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2199-01-01T00:00:00Z'), noInvalidDate: true })

test('the town is eight hours ahead, whatever offset the instant is written with', () => {
  fc.assert(fc.property(instants, fc.integer({ min: -12, max: 14 }), fc.constantFrom(0, 30), (instant, hours, minutes) => {
    const expected = new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 10)
    expect(townDay(instant.toISOString())).toBe(expected)
    const sign = hours < 0 ? -1 : 1
    const local = new Date(instant.getTime() + hours * hour + sign * minutes * 60_000).toISOString().slice(0, -1)
    const offset = `${sign < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
    expect(townDay(`${local}${offset}`)).toBe(expected)
  }), { numRuns: 2000, seed: 61 })
})

test('the last millisecond of a day belongs to it, the next to the next day', () => {
  fc.assert(fc.property(instants, (instant) => {
    const d = townDay(instant.toISOString())
    const end = endOfTownDay(d)
    expect(townDay(end)).toBe(d)
    expect(townDay(new Date(Date.parse(end) + 1).toISOString())).toBe(addDays(d, 1))
  }), { seed: 62 })
  expect(endOfTownDay(day('2023-06-30'))).toBe('2023-06-30T15:59:59.999Z')
})

test.each(['', '2023-06-30', '2023-06-30T12:00:00', '2023-06-30T24:00:00Z', '2023-06-31T00:00:00Z', '2023-06-30T12:60:00Z', 'now'])('refuses %j', (text) => {
  expect(() => townDay(text)).toThrow(RangeError)
})

test('what was heard earlier is later by the midnights of the town since, and never earlier', () => {
  const later = (heardAt: string, now: string) => todayLater(day('2023-11-07'), heardAt, now)
  expect(later('2023-11-07T01:00:00Z', '2023-11-07T15:59:59Z')).toBe('2023-11-07')
  expect(later('2023-11-07T01:00:00Z', '2023-11-07T16:00:00Z')).toBe('2023-11-08')
  expect(later('2026-11-26T15:00:00Z', '2026-11-28T03:00:00Z')).toBe('2023-11-09')
  expect(later('2023-11-07T01:00:00Z', '2023-11-01T01:00:00Z')).toBe('2023-11-07')
})
