import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import { town as demoCode } from '../../packs/zhejiang-town/orgs.ts'
import type { Database } from '../../store/database.ts'
import type { MasterKey } from '../../store/seal/master-key.ts'
import { findSetting } from '../../store/settings.ts'
import { openUpToDate } from '../../store/open-up-to-date.ts'
import type { OpenTown, Town } from '../../store/town.ts'
import { createTown, listTowns } from '../../store/town.ts'
import { dropTown, hasEntries, holding } from '../../store/upkeep.ts'
import type { DemoOptions } from '../demo/fill.ts'
import { fillDemo } from '../demo/fill.ts'
import { enterNotices } from '../matter/enter-notices.ts'
import { recountWhereNeeded } from '../matter/recount-where-needed.ts'
import type { NewTown } from '../setup/make-town.ts'
import { makeTown } from '../setup/make-town.ts'
import { Refused, refusedWith } from './command.ts'
import type { TownAsked } from './town-asked.ts'
import { printLine } from './print.ts'

/** The town to be served: the one named or the only one, made when it is not there yet, filled when a demonstration is asked for. */
export const openServedTown = async (db: Database, { code, made }: TownAsked, master: MasterKey, demo: DemoOptions | undefined, options: OpenTown): Promise<Town> => {
  const towns = await listTowns(db)
  if (code === undefined && towns.length > 1) throw refusedWith('town-ambiguous', { towns: towns.map((town) => town.code).join(', ') })
  if (demo !== undefined) return openDemo(db, code ?? towns[0]?.code ?? demoCode, master, demo, options)
  const found = code === undefined ? towns[0] : towns.find((town) => town.code === code)
  if (found !== undefined && (await isWhole(db, found.schema))) return withCalendar(await openUpToDate(db, found, options))
  if (found !== undefined) return beginTown(db, made(found.code), options)
  if (code === undefined) throw new Refused('这里还没有镇；请用 --town 行政区划代码 建立，或加 --demo 看演示。 There is no town here yet: make one with --town CODE, or add --demo for the demonstration.')
  return beginTown(db, made(), options)
}

/** A town opened by a later version learns the working days that one knows, and its open matters are reckoned by them. */
const withCalendar = (town: Town): Promise<Town> =>
  closingOnFault(town, async () => {
    await enterNotices(town)
    await recountWhereNeeded(town)
    return town
  })

/** One process fills; another that comes meanwhile waits for it. */
const openDemo = (db: Database, code: string, master: MasterKey, demo: DemoOptions, options: OpenTown): Promise<Town> =>
  holding(db, 'zhenwu.demo', async () => {
    const town = await emptyOrDemo(db, code, options)
    const filled = await closingOnFault(town, () => fillDemo(town, master, demo, progress()))
    if (filled !== 'stale') return town
    await town.close()
    throw new Refused(`镇 ${code} 的演示数据来自别的目标或版本；请换一个 --data 目录，或删去原来的。 The demonstration of ${code} was made from other targets or by another version: choose another --data directory, or remove the old one.`)
  })

/** Does something with a town that stays open; a town that is not closed keeps its connection, and the process with it. */
export const closingOnFault = async <Done>(town: Town, work: () => Promise<Done>): Promise<Done> => {
  try {
    return await work()
  } catch (problem) {
    await town.close()
    throw problem
  }
}

/** A town whose making was cut short has no entry yet, not even itself. */
const isWhole = async (db: Database, schema: string): Promise<boolean> => (await hasEntries(db, schema)) || (await findSetting(db.pool, schema, 'demo')) !== undefined

/** A demonstration that was left half filled is made anew; a town with rows of its own is not touched. */
const emptyOrDemo = async (db: Database, code: string, options: OpenTown): Promise<Town> => {
  const found = (await listTowns(db)).find((town) => town.code === code)
  if (found === undefined) return createTown(db, code, demoName, options)
  const mark = await findSetting<{ state: string }>(db.pool, found.schema, 'demo')
  if (mark === undefined) {
    if (await hasEntries(db, found.schema)) throw new Refused(`镇 ${code} 已有自己的数据，不能填入演示数据。 The town ${code} has rows of its own; no demonstration goes over them.`)
  }
  if (mark?.state === 'filling') {
    await dropTown(db, found.schema)
    return createTown(db, code, demoName, options)
  }
  return openUpToDate(db, found, options)
}

const demoName = `${zhejiangTown.orgs.find((org) => org.parent === null)?.zh ?? demoCode}（演示）`

/** A town of its own, empty. Of processes that begin it at once, one makes it. */
const beginTown = (db: Database, made: NewTown, options: OpenTown): Promise<Town> =>
  holding(db, `zhenwu.town.${made.code}`, async () => {
    const found = (await listTowns(db)).find((town) => town.code === made.code)
    if (found !== undefined && (await hasEntries(db, found.schema))) return openUpToDate(db, found, options)
    const town = await makeTown(db, made, zhejiangTown, options)
    await enterNotices(town)
    const { place, villages } = made
    printLine(place === null ? `已建立 ${made.name.zh}（${made.code}），区划数据里没有它，村（社区）请在网页上录入。 Made ${made.code}; the division data do not know it, so its villages are entered in the browser.` : `已建立 ${place.address}（${made.code}），${villages.length} 个村（社区），区划数据截至 ${place.day}。 Made ${made.code} with ${villages.length} villages, from division data as of ${place.day}.`)
    return town
  })

/** Tells how far the filling has come, every hundred thousand entries. */
const progress = (): ((entries: number) => void) => {
  let told = 0
  return (entries) => {
    if (entries - told < 100_000) return
    told = entries
    printLine(`正在填入演示数据：${entries} 条。 Filling the demonstration: ${entries} entries.`)
  }
}
