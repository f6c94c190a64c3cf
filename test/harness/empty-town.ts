import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import type { DivisionRow } from '../../src/core/division/tree.ts'
import { divisionTree } from '../../src/core/division/tree.ts'
import { zhejiangTown } from '../../src/packs/zhejiang-town/pack.ts'
import { buildApp } from '../../src/server/app.ts'
import { makeTown, newTownOf } from '../../src/server/setup/make-town.ts'
import { openMasterKey } from '../../src/store/seal/master-key.ts'
import type { Town } from '../../src/store/town.ts'
import type { Caller } from './served-town.ts'
import { callerOf, today } from './served-town.ts'
import { freshDatabase } from './town.ts'
import { houseOf } from './house.ts'

/** Four villages of a town, two of them of one name. */
const rows: readonly DivisionRow[] = [
  ['33', '浙江省'], ['3303', '温州市'], ['330327', '苍南县'], ['330327102', '某山镇'],
  ['330327102001', '某山社区居委会'], ['330327102201', '东村村委会'], ['330327102202', '西岙村委会'], ['330327102203', '西岙村村民委员会'],
]
const head = { day: '2023-06-30', published: '2023-09-11', source: '来源', package: '-', licence: '-', rows: rows.length, digest: '', endings: [], parts: { levels: 0, steps: 0, endings: 0, stems: 0 } }

export type EmptyTown = { readonly town: Town; readonly app: FastifyInstance; readonly nobody: Caller }

/** A town as it is just after it was made, behind its HTTP face. Call it at the top of a test file. */
export const emptyTown = (): EmptyTown => {
  const held: { town?: Town; app?: FastifyInstance } = {}
  const folder = mkdtempSync(join(tmpdir(), 'zw-empty-'))
  const ends: (() => Promise<void>)[] = []
  const known = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the town is not open yet')
    return part
  }
  beforeAll(async () => {
    const { database, drop } = await freshDatabase(6)
    const town = await makeTown(database, newTownOf({ code: '330327102', name: '某山镇' }, { tree: divisionTree(rows), head }), zhejiangTown)
    const house = houseOf({ town, today: () => today, master: openMasterKey(join(folder, 'master.json')) })
    Object.assign(held, { town, app: await buildApp({ house, web: folder, log: 'silent' }) })
    ends.push(async () => held.app?.close(), () => town.close(), drop)
  })
  afterAll(async () => {
    for (const end of ends) await end()
    rmSync(folder, { recursive: true })
  })
  return {
    get town() {
      return known(held.town)
    },
    get app() {
      return known(held.app)
    },
    get nobody() {
      return callerOf(known(held.app), {})
    },
  }
}
