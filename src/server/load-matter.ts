import type { LedgerRights } from '../core/access/ledger-rights.ts'
import { handledOrgs } from '../core/access/handled-orgs.ts'
import { handlingRoles } from '../core/access/policy.ts'
import { isNothing } from '../core/access/predicate.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import type { Asker, Standpoint } from '../core/matter/available.ts'
import type { Matter } from '../core/matter/matter.ts'
import type { Procedure } from '../core/matter/procedure.ts'
import type { Nearness } from '../core/matter/waiting.ts'
import { workdayAfter } from '../core/time/work-calendar.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'
import type { Numbered } from '../store/matters.ts'
import { findMatter, foldEntry } from '../store/matters.ts'
import { findPostHolders } from '../store/post-holders.ts'
import { settingValue } from '../store/town-settings.ts'
import type { Ask, Reader } from './endpoint.ts'
import type { Caller } from './posts.ts'
import { fieldProblem } from './read-scope.ts'
import { rightsIn } from './routes/entry-read.ts'

export type LoadedMatter = { readonly ledger: Ledger; readonly entry: Entry; readonly rights: LedgerRights; readonly procedure: Procedure; readonly matter: Matter; readonly actions: readonly Numbered[]; readonly at: Standpoint }

/** A matter someone may read, folded from its actions; one she may not is not there. */
export const loadMatter = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger, id: number): Promise<LoadedMatter | Refusal> => {
  const { book, town } = ask
  const rights = rightsIn(ledger, ask)
  const found = await findMatter(reader, town.schema, book, ledger, id)
  if (found === undefined || !rights.reads(lastSpan(found.entry).fields)) return refuse('not-found', { what: `${ledger.title.zh} #${id}` })
  const { entry, actions, openParts } = found
  const folded = foldEntry(book, ledger, entry, actions)
  if (folded === undefined) return refuse('not-a-matter', { ledger: ledger.title.zh })
  return { ledger, entry, rights, actions, ...folded, at: { ...standpoint(ask, ledger, entry), openParts } }
}

/** The matter a call names by its ledger; a ledger that a caller may not open does not exist for her. */
export const loadNamed = async (ask: Ask<{ readonly ledger: string; readonly entry: number }>, reader: Reader): Promise<LoadedMatter | Refusal> => {
  const ledger = ask.book.declared.ledgers.get(ask.input.ledger)
  return ledger === undefined || isNothing(rightsIn(ledger, ask).read) ? fieldProblem('ledger', 'not-found', { what: ask.input.ledger }) : loadMatter(ask, reader, ledger, ask.input.entry)
}

/** Ledgers with a procedure of which the caller may read something. */
export const procedures = (ask: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>): readonly { readonly ledger: Ledger; readonly procedure: Procedure }[] =>
  [...ask.book.declared.ledgers.values()].flatMap((ledger) => (ledger.procedure === undefined || isNothing(rightsIn(ledger, ask).read) ? [] : [{ ledger, procedure: ledger.procedure }]))

/** The caller as the rules of matters know her. */
export const askerOf = ({ person, posts }: Caller): Asker => ({ id: person, posts })

/** The town date, and the last day that counts as near by the town's own setting. */
export const nearness = async ({ town, book, today }: Pick<Ask<unknown>, 'town' | 'book' | 'today'>, reader: Reader): Promise<Nearness & { readonly few: number }> => {
  const few = await settingValue(reader, town.schema, 'matter-yellow')
  return { today, few, until: workdayAfter(book.calendar, today, few) }
}

/** What a matter is judged by, at the town date. */
export const standpoint = ({ book, today }: Pick<Ask<unknown>, 'book' | 'today'>, ledger: Ledger, entry: Entry): Standpoint => ({ keeper: ledger.owner, org: String(lastSpan(entry).fields[ledger.orgField] ?? ''), tree: book.treeAt(today), calendar: book.calendar, today })

/** People with a post at an org that handles matters, by number. */
export const handlersAt = async ({ town, book, today }: Pick<Ask<unknown>, 'town' | 'book' | 'today'>, reader: Reader, org: string): Promise<ReadonlyMap<number, { readonly id: number; readonly name: string }>> => {
  const holders = await findPostHolders(reader, town.schema, handlingRoles, today)
  const tree = book.treeAt(today)
  return new Map(holders.filter((each) => handledOrgs(each, tree).includes(org)).map(({ person, name }) => [person, { id: person, name }]))
}
