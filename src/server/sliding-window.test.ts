import { expect, test } from 'vitest'
import { SlidingWindow } from './sliding-window.ts'

test('a key gets its number of events in any span, and no more', () => {
  const window = new SlidingWindow(2, 100)
  expect([window.take('a', 0), window.take('a', 50), window.take('a', 60)]).toEqual([true, true, false])
  expect(window.full('a', 99)).toBe(true)
  expect(window.full('a', 101)).toBe(false)
  expect(window.take('a', 101)).toBe(true)
  expect(window.take('a', 120)).toBe(false)
})

test('keys do not disturb each other, and one may be forgotten', () => {
  const window = new SlidingWindow(1, 100)
  expect([window.take('a', 0), window.take('b', 0), window.take('a', 1)]).toEqual([true, true, false])
  window.forget('a')
  expect(window.take('a', 2)).toBe(true)
})

test('it never holds more keys than it may; the one untouched longest goes', () => {
  const window = new SlidingWindow(1, 1000, 2)
  for (const key of ['a', 'b', 'c']) window.take(key, 0)
  expect([window.full('a', 1), window.full('b', 1), window.full('c', 1)]).toEqual([false, true, true])
})
