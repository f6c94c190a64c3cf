import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../store/database.ts'
import { openDatabase } from '../../store/database.ts'
import { openUpToDate } from '../../store/open-up-to-date.ts'
import type { Town } from '../../store/town.ts'
import { listTowns } from '../../store/town.ts'
import { isDemo } from '../demo/is-demo.ts'
import type { Given } from './command.ts'
import { Refused, refusedWith } from './command.ts'
import { townCode } from './town-asked.ts'

/** Where the data are: the directory given, and the server DATABASE_URL names, which goes before it. */
export const placeOf = (given: Given): { readonly data: string; readonly url: string | undefined } => {
  const url = process.env['DATABASE_URL']
  return { data: given.text('data') ?? './data', url: url === '' ? undefined : url }
}

/** Whether the directory given has no data yet, so that a refusal can leave it as it is. */
export const isUntouched = (given: Given): boolean => {
  const { data, url } = placeOf(given)
  return url === undefined && !existsSync(join(data, 'postgres'))
}

/** Opens the database for as long as `use` runs. */
export const withDatabase = async <Result>(given: Given, use: (db: Database) => Promise<Result>): Promise<Result> => {
  const db = await openDatabase({ ...placeOf(given), connections: 4 })
  try {
    return await use(db)
  } finally {
    await db.close()
  }
}

/** Opens the one town that is meant, which must exist; a directory without data is left as it is. */
export const withTown = async <Result>(given: Given, use: (town: Town) => Promise<Result>): Promise<Result> => {
  const { data } = placeOf(given)
  if (isUntouched(given)) throw noTown(data)
  return withDatabase(given, async (db) => {
    const town = await openUpToDate(db, await chooseTown(db, townCode(given), data))
    if (!given.flag('json') && (await isDemo(town))) process.stderr.write(`${demoLine}\n`)
    return use(town).finally(() => town.close())
  })
}

/** Stands above everything the command line tells people of a demonstration. */
export const demoLine = '演示数据：人员、企业和地点均为虚构。 Demonstration data: people, firms and places are invented.'

const chooseTown = async (db: Database, code: string | undefined, data: string): Promise<Parameters<typeof openUpToDate>[1]> => {
  const towns = await listTowns(db)
  if (code === undefined && towns.length > 1) throw refusedWith('town-ambiguous', { towns: towns.map((town) => town.code).join(', ') })
  const found = code === undefined ? towns[0] : towns.find((town) => town.code === code)
  if (found !== undefined) return found
  throw code === undefined ? noTown(data) : refusedWith('town-unknown', { town: code })
}

const noTown = (data: string): Refused => new Refused(`${data} 里还没有镇的数据；请先运行 zhenwu serve。 There is no town in ${data} yet; run zhenwu serve first.`)
