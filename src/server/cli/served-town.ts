import { randomBytes } from 'node:crypto'
import type { Fields } from '../../core/ledger/value.ts'
import type { Day } from '../../core/time/day.ts'
import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import { town as demoCode } from '../../packs/zhejiang-town/orgs.ts'
import { createAccount } from '../../store/accounts.ts'
import type { Database } from '../../store/database.ts'
import type { MasterKey } from '../../store/seal/master-key.ts'
import { findSetting } from '../../store/settings.ts'
import { openUpToDate } from '../../store/open-up-to-date.ts'
import type { OpenTown, Town } from '../../store/town.ts'
import { createTown, declareAll, installation, listTowns } from '../../store/town.ts'
import { dropTown, hasEntries, holding } from '../../store/upkeep.ts'
import { accepted } from '../../store/writer.ts'
import type { DemoOptions } from '../demo/fill.ts'
import { fillDemo } from '../demo/fill.ts'
import { hashPassword } from '../password.ts'
import { Refused, refusedWith } from './command.ts'
import { printLine } from './print.ts'

/** The town to be served: the one named or the only one, made when it is not there yet, filled when a demonstration is asked for. */
export const openServedTown = async (db: Database, code: string | undefined, master: MasterKey, demo: DemoOptions | undefined, options: OpenTown): Promise<Town> => {
  const towns = await listTowns(db)
  if (code === undefined && towns.length > 1) throw refusedWith('town-ambiguous', { towns: towns.map((town) => town.code).join(', ') })
  if (demo !== undefined) return openDemo(db, code ?? towns[0]?.code ?? demoCode, master, demo, options)
  const found = code === undefined ? towns[0] : towns.find((town) => town.code === code)
  if (found !== undefined) return openUpToDate(db, found, options)
  if (code === undefined) throw new Refused('这里还没有镇；请用 --town 行政区划代码 建立，或加 --demo 看演示。 There is no town here yet: make one with --town CODE, or add --demo for the demonstration.')
  return makeTown(db, code, options)
}

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

/** A town of its own: the pack's ledgers and measures, its offices, and one account of the town office to enter the rest. */
const makeTown = async (db: Database, code: string, options: OpenTown): Promise<Town> => {
  const town = await createTown(db, code, code, options)
  await declareAll(town, zhejiangTown.ledgers, zhejiangTown.measures)
  const since = '2020-01-01' as Day
  const enter = async (ledger: string, fields: Fields): Promise<number> =>
    accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: `${ledger}.create`, ledger, spans: [{ from: since, to: null, fields }] }] })).numbers[0] ?? 0
  for (const { zh, en, kind, parent, ...org } of zhejiangTown.orgs)
    if (parent === null) await enter('org', { code, zh: `乡镇 ${code}`, en: `Town ${code}`, kind })
    else if (kind === 'office') await enter('org', { code: org.code, zh, en, kind, parent: code })
  const person = await enter('person', { name: '管理员', org: code })
  await enter('post', { person: String(person), role: 'office', org: code })
  const password = `${randomBytes(9).toString('base64url')}A1-`
  await createAccount(db.pool, town.schema, { login: 'admin', person, password: await hashPassword(password), mustChange: true })
  printLine(`已建立镇 ${code}；首个账号 admin，密码 ${password}（首次登录须修改）。 Made the town ${code}; first account admin, password ${password} (to be changed at first sign-in).`)
  return town
}

/** Tells how far the filling has come, every hundred thousand entries. */
const progress = (): ((entries: number) => void) => {
  let told = 0
  return (entries) => {
    if (entries - told < 100_000) return
    told = entries
    printLine(`正在填入演示数据：${entries} 条。 Filling the demonstration: ${entries} entries.`)
  }
}
