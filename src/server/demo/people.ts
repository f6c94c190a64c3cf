import type { Change } from '../../core/ledger/change.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { roles } from '../../core/access/policy.ts'
import type { Words } from '../../core/words.ts'
import { words } from '../../core/words.ts'
import type { DemoPerson } from '../../packs/zhejiang-town/demo/people.ts'
import { demoPeople } from '../../packs/zhejiang-town/demo/people.ts'
import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import { createAccount } from '../../store/accounts.ts'
import type { Town } from '../../store/town.ts'
import { installation } from '../../store/town.ts'
import { accepted } from '../../store/writer.ts'
import type { DemoAccount } from '../house.ts'
import { hashPassword } from '../password.ts'

/** One password for all: it opens invented data only, and the sign-in page prints it. */
const password = 'Shili-2023'

/** The accounts the sign-in page and the console show. */
export const demoAccounts: readonly DemoAccount[] = demoPeople.map((person) => ({ login: person.login, password, name: person.name, title: titleOf(person) }))

/** Whoever works for a line office or a village is known by it, its head by both, the others by their role. */
function titleOf({ role, org }: DemoPerson): Words {
  const place = role !== 'leader' && role !== 'office' && role !== 'auditor' ? zhejiangTown.orgs.findLast(({ code }) => code === org) : undefined
  if (place === undefined) return roles.find(({ key }) => key === role)?.title ?? words(role, role)
  return role === 'head' ? words(`${place.zh}（负责人）`, `${place.en}, head`) : words(place.zh, place.en)
}

/** Enters the demonstration's people and posts, and opens an account for each; answers person numbers by login. */
export const fillPeople = async (town: Town): Promise<ReadonlyMap<string, number>> => {
  const since = '2021-01-01'
  const create = (ledger: string, fields: Fields, handle?: string): Change => ({ act: 'create', verb: `${ledger}.create`, ledger, spans: [{ from: since as never, to: null, fields }], ...(handle === undefined ? {} : { handle }) })
  const numbers = new Map<string, number>()
  for (const person of demoPeople) {
    const outcome = accepted(await town.commit({ by: installation, changes: [create('person', { name: person.name, org: person.org }, person.login), create('post', { person: `@${person.login}`, role: person.role, org: person.org })] }))
    const number = outcome.numbers[0]
    if (number === undefined) throw new Error(`no number for ${person.login}`)
    numbers.set(person.login, number)
    await openAccount(town, person, number)
  }
  return numbers
}

const openAccount = async (town: Town, person: DemoPerson, number: number): Promise<void> => {
  await createAccount(town.db.pool, town.schema, { login: person.login, person: number, password: await hashPassword(password) })
}
