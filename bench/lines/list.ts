import { Session } from '../../src/api/session.ts'
import { buildApp } from '../../src/server/app.ts'
import { hashPassword } from '../../src/server/password.ts'
import { createAccount } from '../../src/store/accounts.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Context } from '../context.ts'
import { interleave, median, milliseconds, quantile } from '../interleave.ts'
import type { Result } from '../result.ts'
import { compared } from '../result.ts'
import { fillTable } from '../synthetic/fill-table.ts'
import { eventLedger } from '../synthetic/ledgers.ts'
import { newTown } from '../synthetic/town.ts'
import { houseOf } from '../../test/harness/house.ts'

/**
 * A page of a ledger of a million entries, filtered by kind and month and sorted by money, through the server's own route: for a person
 * whose right is a list of orgs (the whole tree, so that the answer is the same) against one whose right is everything.
 */
export const name = 'list'

const entries = 1_000_000
const months: readonly string[] = ['2021-03', '2021-09', '2022-02', '2022-07', '2022-12', '2023-01', '2023-03', '2023-05', '2023-06', '2023-08']

export const run = async (context: Context): Promise<readonly Result[]> => {
  const town = await listTown(context)
  const house = houseOf({ town, today: () => '2023-07-03' as Day })
  const app = await buildApp({ house, log: 'silent', web: import.meta.dirname })
  const signedIn = async (login: string): Promise<(month: string) => Promise<string>> => {
    const answer = await app.inject({ method: 'POST', url: '/api/session.create', payload: { login, password } })
    Session.parse(answer.json())
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    return async (month) => {
      const query = { where: `kind:a;day>=${month}-01;day<=${month}-28`, sort: 'money', desc: 'true', limit: '50' }
      const { statusCode, body } = await app.inject({ method: 'GET', url: '/api/work-1.list', query, headers: { cookie } })
      if (statusCode !== 200) throw new Error(body)
      return JSON.stringify((JSON.parse(body) as { rows: { id: number }[] }).rows.map((row) => row.id))
    }
  }
  const [scoped, open] = [await signedIn('village'), await signedIn('leader')]
  for (const month of months) if ((await scoped(month)) !== (await open(month))) throw new Error(`the two lists of ${month} differ`)
  const seen: number[] = []
  const page = async (list: (month: string) => Promise<string>, keep: boolean): Promise<number> => {
    const times: number[] = []
    for (const month of months) times.push(await milliseconds(() => list(month)))
    if (keep) seen.push(...times)
    return median(times)
  }
  const times = await interleave(11, { scoped: () => page(scoped, true), open: () => page(open, false) })
  await app.close()
  await town.close()
  const slow = quantile(seen, 0.95)
  return [compared({ name: 'list: a page at 1M entries ÷ the same without permission clause', value: times.scoped, baseline: times.open, unit: 'ms', most: 1.3, more: { text: `95 % within 100 ms (${slow.toFixed(0)})`, holds: slow <= 100 } })]
}

const password = 'Bench-pass-1'

const listTown = async (context: Context): Promise<Town> => {
  const town = await newTown(context.db, 'town_list', [eventLedger('work-1')], [])
  await fillTable(town, entries)
  const phc = await hashPassword(password)
  for (const login of ['leader', 'village']) {
    const [person] = accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'person.create', ledger: 'person', spans: [{ from: '2020-01-01' as Day, to: null, fields: { name: `示例${login}`, org: 'town' } }] }] })).entries
    if (person === undefined) throw new Error('nobody was made')
    accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'post.create', ledger: 'post', spans: [{ from: '2020-01-01' as Day, to: null, fields: { person: String(person.id), role: login, org: 'town' } }] }] }))
    await createAccount(town.db.pool, town.schema, { login, person: person.id, password: phc })
  }
  return town
}
