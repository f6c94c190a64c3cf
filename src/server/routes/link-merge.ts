import { mergeLinked, proposeMerge, weighMerge } from '../../api/link.ts'
import { isNothing } from '../../core/access/predicate.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { mayTake, mergeBatch } from '../../core/linking/merge-entries.ts'
import { referralsTo } from '../../core/linking/referrals.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { countLinks } from '../../store/links.ts'
import { readReferers } from '../../store/merges.ts'
import { erasedAmong } from '../../store/seal/erase-key.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import type { LoadedMerge } from '../load-merge.ts'
import { mayPropose, tryMerge, withoutHidden } from '../load-merge.ts'
import { presentRow, sealedValues } from '../present-fields.ts'
import { fieldProblem } from '../read-scope.ts'
import { explainStale } from '../stale.ts'
import { rightsIn } from './entry-read.ts'
import { loadEntry } from './entry-write.ts'
import { openLedgers } from './ledger.ts'
import { mayMerge } from './link-list.ts'

type Pair = { readonly ledger: string; readonly keep: number; readonly drop: number }

/** The two entries of a register, if the caller may see both; a merge of what cannot be merged is refused here. */
const loadPair = async (ask: Ask<Pair>, reader: Reader): Promise<{ readonly ledger: Ledger; readonly kept: Entry; readonly dropped: Entry } | Refusal> => {
  const { input } = ask
  const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
  if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
  if (ledger.shape !== 'register') return fieldProblem('ledger', 'register-only')
  if (input.keep === input.drop) return fieldProblem('drop', 'merge-itself')
  const kept = await loadEntry(ask, reader, ledger, input.keep)
  const dropped = await loadEntry(ask, reader, ledger, input.drop)
  return isRefusal(kept) ? kept : isRefusal(dropped) ? dropped : { ledger, kept, dropped }
}

/** Whoever may write both entries, in every state, may merge them: what names them is moved with them, whoever keeps it. */
const writesBoth = (ask: Ask<unknown>, { ledger, kept, dropped }: Pick<LoadedMerge, 'ledger' | 'kept' | 'dropped'>): boolean => {
  const rights = rightsIn(ledger, ask)
  return [kept, dropped].every((entry) => entry.spans.every((span) => rights.writes(span.fields)))
}

export const weighMergeEndpoint = endpoint({
  route: weighMerge,
  load: async (ask, reader) => {
    const pair = await loadPair(ask, reader)
    if (isRefusal(pair)) return pair
    const open = openLedgers(ask)
    const referrals = referralsTo(open.map((each) => each.ledger), pair.ledger.key).flatMap((referral) => open.filter((each) => each.ledger.key === referral.ledger.key).map(({ rights }) => ({ ...referral, right: rights.read })))
    const counts = [await countLinks(reader, ask.town.schema, referrals, pair.kept.id), await countLinks(reader, ask.town.schema, referrals, pair.dropped.id)] as const
    const able = mayMerge(pair.ledger, ask) && writesBoth(ask, pair)
    const tried = able ? tryMerge(ask, { ...pair, referers: await readReferers(reader, ask.town.schema, ask.book, pair.ledger, pair.dropped.id) }, [], mergeLinked.verb) : []
    return { ...pair, referrals, counts, able, problem: isRefusal(tried) ? withoutHidden(tried, pair.ledger, ask) : undefined, erased: await erasedAmong(reader, ask.town.schema, sealedValues(pair.ledger, [pair.kept, pair.dropped])) }
  },
  present: ({ ledger, kept, dropped, referrals, counts: [keptCounts, droppedCounts], able, problem, erased }, ask) => {
    const rights = rightsIn(ledger, ask)
    const [mine, theirs] = [lastSpan(kept).fields, lastSpan(dropped).fields]
    return {
      kept: presentRow(ledger, rights, kept, erased),
      dropped: presentRow(ledger, rights, dropped, erased),
      fields: ledger.fields.filter((field) => field.kind !== 'document' && field.retired !== true).map((field) => {
        const [own, other] = [mine[field.key] ?? null, theirs[field.key] ?? null]
        const told = field.personal === undefined || rights.writes(mine)
        return { field: field.key, differs: told && own !== other, missing: told && own === null && other !== null, take: told && mayTake(field) && other !== null && own !== other }
      }),
      refers: referrals.map(({ ledger: { title, fields }, field }, at) => ({ title, field: fields.find((each) => each.key === field)?.title ?? title, kept: keptCounts[at] ?? 0, dropped: droppedCounts[at] ?? 0 })),
      problem: problem === undefined ? null : { code: problem.code, message: words(refusalMessage(problem.code, problem.details, 'zh'), refusalMessage(problem.code, problem.details, 'en')), propose: mayPropose(problem) },
      can: { merge: able && problem === undefined, propose: able && problem !== undefined && mayPropose(problem) },
    }
  },
})

type Merging = Pair & { readonly sawKeep: number; readonly sawDrop: number; readonly take: readonly string[]; readonly reason: string }

/** The pair as the caller saw it, hers to write, with all that names the one that goes. */
const loadMerge = async (ask: Ask<Merging>, reader: Reader, verb: string): Promise<LoadedMerge | Refusal> => {
  const pair = await loadPair(ask, reader)
  if (isRefusal(pair)) return pair
  const { input } = ask
  if (isNothing(rightsIn(pair.ledger, ask).write) || !writesBoth(ask, pair)) return refuse('forbidden', { verb })
  for (const [entry, saw] of [[pair.kept, input.sawKeep], [pair.dropped, input.sawDrop]] as const) if (entry.version !== saw) return explainStale(refuse('stale-version', { entry: entry.id }), pair.ledger, entry.id, {}, ask)
  return { ...pair, referers: await readReferers(reader, ask.town.schema, ask.book, pair.ledger, pair.dropped.id) }
}

/** The journal says of every entry touched into which one it was merged, and why. */
const reasonOf = ({ keep, reason }: Pick<Merging, 'keep' | 'reason'>): string => `并入 #${keep}：${reason}`.slice(0, 2000)

export const mergeLinkedEndpoint = endpoint({
  route: mergeLinked,
  load: (ask, reader) => loadMerge(ask, reader, mergeLinked.verb),
  decide: (it, ask) => {
    const changes = tryMerge(ask, it, ask.input.take, mergeLinked.verb)
    return isRefusal(changes) ? withoutHidden(changes, it.ledger, ask) : { changes, reason: reasonOf(ask.input), batch: mergeBatch(it.ledger.key, it.kept.id, ask.book.head) }
  },
  present: (it, ask, { journal }) => {
    const batch = mergeBatch(it.ledger.key, it.kept.id, ask.book.head)
    const open = new Map(openLedgers(ask).map((each) => [each.ledger.key, each.rights]))
    return { batch, journal, moved: it.referers.filter((each) => open.get(each.ledger)?.reads(lastSpan(each.entry).fields) === true).length }
  },
})

export const proposeMergeEndpoint = endpoint({
  route: proposeMerge,
  load: (ask, reader) => loadMerge(ask, reader, proposeMerge.verb),
  decide: (it, ask) => {
    const { input, caller, book, today } = ask
    const would = tryMerge(ask, it, input.take, mergeLinked.verb, -1)
    if (isRefusal(would)) return withoutHidden(would, it.ledger, ask)
    const change = { act: 'void', verb: mergeLinked.verb, ledger: it.ledger.key, entry: it.dropped.id, saw: it.dropped.version, into: { keep: it.kept.id, saw: it.kept.version, take: input.take } }
    const org = String(lastSpan(it.dropped).fields[it.ledger.orgField] ?? book.treeAt(today).root)
    const fields = { ledger: it.ledger.key, entry: String(it.dropped.id), org, day: today, change: JSON.stringify(change), reason: reasonOf(input), proposer: String(caller.person), state: 'proposed' }
    return { changes: [{ act: 'create', verb: proposeMerge.verb, ledger: 'correction', spans: [{ from: null, to: null, fields }] }] }
  },
  present: (_, __, done) => done,
})
