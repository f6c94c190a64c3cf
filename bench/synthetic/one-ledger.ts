import type { Day } from '../../src/core/time/day.ts'
import { hashPassword } from '../../src/server/password.ts'
import { createAccount } from '../../src/store/accounts.ts'
import type { Town } from '../../src/store/town.ts'
import { installation } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import type { Context } from '../context.ts'
import { password } from '../served.ts'
import { fillTable } from './fill-table.ts'
import { eventLedger } from './ledgers.ts'
import { newTown } from './town.ts'

/** Entries of the one ledger. */
export const entries = 1_000_000

const made = new WeakMap<Context, Promise<Town>>()

/** A town with one ledger of a million entries, made once in a run. Its table is filled by the database itself: a list reads nothing else. */
export const oneLedgerTown = (context: Context): Promise<Town> => {
  const known = made.get(context) ?? make(context)
  made.set(context, known)
  return known
}

const make = async (context: Context): Promise<Town> => {
  const town = context.keep(await newTown(context.db, 'town_list', [eventLedger('work-1')], []))
  await fillTable(town, entries)
  await admit(town, ['leader', 'village'])
  return town
}

/** Gives people of these roles an account under the role's name, each with the role at one org: the whole town unless said. */
export const admit = async (town: Town, roles: readonly string[], org = 'town'): Promise<void> => {
  for (const role of roles) await admitAs(town, role, role, org)
}

/** Gives somebody an account and a post. */
export const admitAs = async (town: Town, login: string, role: string, org: string): Promise<void> => {
  const [person] = accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'person.create', ledger: 'person', spans: [{ from: '2020-01-01' as Day, to: null, fields: { name: `示例${login}`, org: 'town' } }] }] })).entries
  if (person === undefined) throw new Error('nobody was made')
  accepted(await town.commit({ by: installation, changes: [{ act: 'create', verb: 'post.create', ledger: 'post', spans: [{ from: '2020-01-01' as Day, to: null, fields: { person: String(person.id), role, org } }] }] }))
  await createAccount(town.db.pool, town.schema, { login, person: person.id, password: await hashPassword(password) })
}
