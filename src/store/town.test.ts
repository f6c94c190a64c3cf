import { expect, test } from 'vitest'
import { smallLedgers, smallMeasures } from '../../test/builders/small-town.ts'
import { freshDatabase } from '../../test/harness/town.ts'
import { createTown, declareAll, listTowns } from './town.ts'

test('opening a town again declares nothing that stands already', async () => {
  const { database } = await freshDatabase()
  const first = await createTown(database, '330282999', '示例镇')
  await declareAll(first, smallLedgers, smallMeasures)
  const { head } = await first.book()
  await first.close()
  const again = await createTown(database, '330282999', '示例镇')
  await declareAll(again, smallLedgers, smallMeasures)
  expect((await again.book()).head).toBe(head)
  await declareAll(again, smallLedgers, smallMeasures.map((measure) => ({ ...measure, owner: 'order' })))
  expect((await again.book()).head).toBe(head + smallMeasures.length)
  expect(await listTowns(database)).toEqual([{ code: '330282999', name: '示例镇', schema: 'town_330282999' }])
  await again.close()
})
