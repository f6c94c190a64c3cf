import { listLeft, releaseMatters } from '../../api/matter.ts'
import { handledOrgs } from '../../core/access/handled-orgs.ts'
import { handlingRoles } from '../../core/access/policy.ts'
import { both, compilePredicate } from '../../core/access/predicate.ts'
import type { Change } from '../../core/ledger/change.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Action } from '../../core/matter/matter.ts'
import { afterAction, stepDay } from '../../core/matter/matter.ts'
import { productSteps } from '../../core/matter/product-steps.ts'
import { stepChanges } from '../../core/matter/take-step.ts'
import { headedOrgs, leftBehind } from '../../core/matter/waiting.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { listMatters } from '../../store/matters.ts'
import { namesOf } from '../../store/people.ts'
import { findPostHolders } from '../../store/post-holders.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import type { LoadedMatter } from '../load-matter.ts'
import { askerOf, loadNamed, nearness, procedures } from '../load-matter.ts'
import { matterTitle, presentMatterRow } from '../present-matter.ts'
import { rightsIn } from './entry-read.ts'

/** Most matters shown, and taken back, at once. */
const most = 200

export const listLeftEndpoint = endpoint({
  route: listLeft,
  load: async (ask, reader) => {
    const holders = await holdersHeaded(ask, reader)
    const of = holders.size === 0 ? [] : procedures(ask).map(({ ledger, procedure }) => ({ ledger, where: both(rightsIn(ledger, ask).read, leftBehind(procedure, holders)) }))
    const page = await listMatters(reader, ask.town.schema, of, { order: 'due', offset: 0, limit: most })
    return { page, few: (await nearness(ask, reader)).few, nameOf: await namesOf(reader, ask.town.schema, page.rows.map(({ entry }) => Number(lastSpan(entry).fields['handler']))) }
  },
  present: ({ page, few, nameOf }, ask) => {
    const at = { tree: ask.book.treeAt(ask.today), calendar: ask.book.calendar, today: ask.today, few }
    return { total: page.total, rows: page.rows.flatMap(({ ledger, entry }) => (ledger.procedure === undefined ? [] : [presentMatterRow(ledger, ledger.procedure, entry, rightsIn(ledger, ask), at, nameOf)])) }
  },
})

export const releaseMattersEndpoint = endpoint({
  route: releaseMatters,
  load: async (ask, reader) => {
    const holders = await holdersHeaded(ask, reader)
    if (holders.size === 0) return refuse('forbidden', { verb: releaseMatters.verb })
    const matters: LoadedMatter[] = []
    for (const named of ask.input.matters) {
      const seen = await loadNamed({ ...ask, input: named }, reader)
      if (isRefusal(seen)) return seen
      const left = !seen.entry.void && compilePredicate(leftBehind(seen.procedure, holders), seen.ledger)(lastSpan(seen.entry).fields)
      if (!left) return refuse('matter-not-left', { title: matterTitle(seen.ledger, seen.rights, seen.entry) })
      matters.push(seen)
    }
    return { matters }
  },
  decide: ({ matters }, { input, caller, today, book }) => ({
    changes: matters.flatMap(({ ledger, procedure, entry, matter, at }): readonly Change[] => {
      const action: Action = { step: productSteps.release, day: stepDay(matter, today), person: caller.person, org: matter.holder, given: { note: input.note } }
      return stepChanges(ledger, procedure, entry, { action, after: afterAction(procedure, matter, action, at.keeper) }, at, null).map((change) => (change.act === 'declare' ? change : { ...change, verb: releaseMatters.verb }))
    }),
    reason: input.note,
    batch: `release ${book.head}`,
  }),
  present: ({ matters }, _, { journal }) => ({ journal, released: matters.length }),
})

/** The orgs whose matters the caller may take back, each with who has a post there. */
const holdersHeaded = async ({ town, today, caller, book }: Ask<unknown>, reader: Reader): Promise<ReadonlyMap<string, readonly number[]>> => {
  const held = await findPostHolders(reader, town.schema, handlingRoles, today)
  const tree = book.treeAt(today)
  const at = (org: string): readonly number[] => held.filter((post) => handledOrgs(post, tree).includes(org)).map(({ person }) => person)
  return new Map(headedOrgs(askerOf(caller), tree).map((org) => [org, at(org)]))
}
