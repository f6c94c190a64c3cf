import { expect, test } from 'vitest'
import { counted, times } from './counted.ts'
import { en } from './en.ts'

test('one is told as one', () => {
  expect([counted(1, 'part'), counted(0, 'part'), counted(2, 'part is', 'parts are'), times(1), times(2), times(3)]).toEqual(['1 part', '0 parts', '2 parts are', 'once', 'twice', '3 times'])
})

test('no English word of the screens tells one thing as many', () => {
  const said = sayings(en).filter((text) => /\b1 (?!(?:is|was|has|asks|ends|holds|carries|stands)\b)\w+s\b/.test(text))
  expect(said).toEqual([])
})

test('English words carry no Chinese punctuation but inside a quoted Chinese text', () => {
  expect(sayings(en).filter((text) => /[，。；：（）、]/.test(text))).toEqual([])
})

/** Every text of a message tree, its functions told of one thing: as a number, as a text where they read one, in a list. */
function sayings(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree]
  if (typeof tree === 'function') return sayings([1, '1', ['1']].map((one) => answer(tree as Saying, one)).find((said) => said !== undefined))
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(sayings) : []
}

type Saying = (...given: readonly unknown[]) => unknown

/** What a saying makes of it; nothing where it is told something else than it reads. */
function answer(saying: Saying, one: unknown): unknown {
  try {
    return saying(one, one, one, one)
  } catch (cause) {
    if (cause instanceof TypeError) return undefined
    throw cause
  }
}
