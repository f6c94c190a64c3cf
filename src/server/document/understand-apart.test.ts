import { expect, test } from 'vitest'
import { understandApart } from './understand-apart.ts'
import { understand } from './understand.ts'

test('a long text is read in a thread of its own, to the same end', async () => {
  const text = `2023年上半年工作总结\n${'全镇种植早稻1400余亩，清理渔船6艘。\n'.repeat(2500)}`
  expect(text.length).toBeGreaterThan(40_000)
  expect(await understandApart(text)).toEqual(understand(text))
})

test('one that is not read in time is refused', async () => {
  expect(await understandApart('全镇种植早稻1400余亩，清理渔船6艘。\n'.repeat(20_000), 0.01)).toMatchObject({ refused: true, code: 'reading-too-long', details: { seconds: 0.01 } })
})
