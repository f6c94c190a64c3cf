import { expect, test } from 'vitest'
import type { DemoPhoto } from '../../packs/zhejiang-town/demo/history.ts'
import type { Day } from '../../core/time/day.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { takeFile } from '../../formats/image/take-file.ts'
import { drawPhoto } from './draw-photo.ts'

const photo = (scene: DemoPhoto['scene'], more: Partial<DemoPhoto> = {}): DemoPhoto => ({ scene, after: false, day: '2023-10-18' as Day, nth: 3, ...more })
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b)

test.each(['fire', 'flood', 'workshop', 'river'] as const)('a drawing of %s is a picture the product takes as it is, small, and another after than before', (scene) => {
  const before = drawPhoto(photo(scene))
  const taken = takeFile(before)
  if (isRefusal(taken)) throw new Error(taken.code)
  expect([taken.mediaType, taken.ending, same(taken.bytes, before), before.length < 4000]).toEqual(['image/png', 'png', true, true])
  expect([{ after: true }, { day: '2023-10-19' as Day }, {}].map((more) => same(drawPhoto(photo(scene, more)), before))).toEqual([false, false, true])
})
