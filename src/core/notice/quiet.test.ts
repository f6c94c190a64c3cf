import { expect, test } from 'vitest'
import { china } from '../../../test/builders/china-calendar.ts'
import { sendFrom } from './quiet.ts'

const night = { from: 20, to: 8, rest: true }
const at = (town: string, quiet = night): string => sendFrom(new Date(`${town}+08:00`).toISOString(), quiet, china)
const town = (text: string): string => new Date(`${text}+08:00`).toISOString()

test.each([
  ['by day it is sent at once', '2023-07-03T09:30:00', '2023-07-03T09:30:00'],
  ['from eight at night it waits for the morning', '2023-07-03T20:00:00', '2023-07-04T08:00:00'],
  ['the minute before it does not', '2023-07-03T19:59:59', '2023-07-03T19:59:59'],
  ['after midnight it waits for the same morning', '2023-07-04T00:10:00', '2023-07-04T08:00:00'],
  ['at eight it goes', '2023-07-04T08:00:00', '2023-07-04T08:00:00'],
  ['on Friday night it waits for Monday', '2023-06-30T22:00:00', '2023-07-03T08:00:00'],
  ['on Saturday noon too', '2023-07-01T12:00:00', '2023-07-03T08:00:00'],
  ['over a holiday it waits for the first day that is worked, made up on a Saturday', '2023-09-28T21:00:00', '2023-10-07T08:00:00'],
])('%s', (_, now, goes) => expect(at(now)).toBe(town(goes)))

test('quiet hours may lie within a day, and there may be none', () => {
  const noon = { from: 11, to: 14, rest: false }
  expect([at('2023-07-03T12:00:00', noon), at('2023-07-03T14:00:00', noon), at('2023-07-01T09:00:00', noon)]).toEqual([town('2023-07-03T14:00:00'), town('2023-07-03T14:00:00'), town('2023-07-01T09:00:00')])
  const none = { from: 0, to: 0, rest: true }
  expect([at('2023-07-03T02:00:00', none), at('2023-07-01T02:00:00', none)]).toEqual([town('2023-07-03T02:00:00'), town('2023-07-03T00:00:00')])
})
