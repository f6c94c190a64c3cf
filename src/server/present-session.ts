import type { Session } from '../api/session.ts'
import { mayUse, roles } from '../core/access/policy.ts'
import type { Words } from '../core/words.ts'
import { words } from '../core/words.ts'
import type { House } from './house.ts'
import { orgRef } from './org-ref.ts'
import { readPerson } from '../store/people.ts'
import { askedVerbs } from './routes/verbs.ts'
import { setupState } from './setup/setup-mark.ts'
import { townInfo } from './town-info.ts'

/** What a signed-in browser is told of its person, its town and what she may do. */
export const presentSession = async (house: House, person: number, csrf: string, mustChange: boolean): Promise<Session> => {
  const { town } = house
  const book = await town.book()
  const today = house.today()
  const caller = await readPerson(town.db.pool, town.schema, person, today)
  const tree = book.treeAt(today)
  return {
    person: { id: person, name: caller.name },
    posts: caller.posts.map(({ role, org }) => ({ role, title: roleTitle(role), org: orgRef(tree, org) })),
    town: townInfo(house, book),
    token: csrf,
    mustChange,
    setup: await setupState(town.db.pool, town.schema),
    can: Object.fromEntries(askedVerbs.map((verb) => [verb, mayUse(caller.posts, verb)])),
  }
}

const roleTitle = (key: string): Words => roles.find((role) => role.key === key)?.title ?? words(key, key)
