import { join } from 'node:path'
import { inject } from 'vitest'
import { publishedTargets } from '../../src/packs/zhejiang-town/demo/published.ts'
import { fillDemo } from '../../src/server/demo/fill.ts'
import type { MasterKey } from '../../src/store/seal/master-key.ts'
import { openMasterKey } from '../../src/store/seal/master-key.ts'
import type { Town } from '../../src/store/town.ts'
import { createTown, openTown } from '../../src/store/town.ts'
import { copiedDatabase } from './copied-database.ts'

const place = { code: '330282112', name: '新浦镇（演示）', schema: 'town_330282112' }

/** The demonstration town with the key its sealed facts are under, filled once in a run and copied for each who asks. Pass `drop` to `afterAll`. */
export const filledDemo = async (connections: number): Promise<{ readonly town: Town; readonly master: MasterKey; readonly drop: () => Promise<void> }> => {
  const key = join(inject('keys'), 'demo.json')
  const { database, drop } = await copiedDatabase('demo', async (empty) => {
    const town = await createTown(empty, place.code, place.name)
    const filled = await fillDemo(town, openMasterKey(key), { targets: publishedTargets, scale: 1, seed: 1 })
    await town.close()
    if (filled !== 'filled') throw new Error(`the demonstration was not filled: ${filled}`)
  }, connections)
  const town = openTown(database, place)
  return { town, master: openMasterKey(key), drop: async () => { await town.close(); await drop() } }
}
