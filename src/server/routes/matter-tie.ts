import { linkMatter as linkRoute, listTies, mergeMatter, splitMatter as splitRoute } from '../../api/matter-tie.ts'
import type { Change } from '../../core/ledger/change.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { stepProblem } from '../../core/matter/available.ts'
import { likenessOf, similarDays } from '../../core/matter/similar.ts'
import type { TieKind } from '../../core/matter/tie-kinds.ts'
import type { ProductStep } from '../../core/matter/product-steps.ts'
import { productStep, productSteps } from '../../core/matter/product-steps.ts'
import { linkMatters, mergeMatters, splitMatter } from '../../core/matter/tie-matters.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findEntries } from '../../store/entries.ts'
import { findNearby, findTies, tieLedger } from '../../store/matter-ties.ts'
import { namesOf } from '../../store/people.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { judgedAgain } from '../judged-again.ts'
import type { LoadedMatter } from '../load-matter.ts'
import { askerOf, loadNamed } from '../load-matter.ts'
import { actorIn, loadOnce, recorded } from '../matter/tied-records.ts'
import { untying } from '../matter/untying.ts'
import { presentOther } from '../present-tied.ts'
import { fieldProblem } from '../read-scope.ts'

/** Matters near by that are looked at for likeness, and those of them that are shown. */
const [looked, shown] = [300, 5]

export const listTiesEndpoint = endpoint({
  route: listTies,
  load: async (ask, reader) => {
    const seen = await loadNamed(ask, reader)
    if (isRefusal(seen)) return seen
    const { ledger, entry, matter } = seen
    const { schema } = ask.town
    const ties = await findTies(reader, schema, ledger.key, entry.id)
    const others = new Map<string, Entry>()
    for (const tie of ties) {
      const of = ask.book.declared.ledgers.get(tie.ledger)
      const other = of === undefined ? undefined : (await findEntries(reader, schema, of, [tie.other])).get(tie.other)
      if (other !== undefined) others.set(`${tie.ledger} ${tie.other}`, other)
    }
    const undone = new Set<number>()
    for (const tie of ties) if (!isRefusal(await untying(ask, reader, seen, tie, '撤回'))) undone.add(tie.id)
    const nearby = matter.merged ? [] : await findNearby(reader, schema, ledger, entry.id, seen.at.org, matter.opening.day, similarDays, looked)
    return { seen, ties, others, undone, nearby, nameOf: await namesOf(reader, schema, ties.map(({ person }) => person)) }
  },
  present: ({ seen, ties, others, undone, nearby, nameOf }, ask) => {
    const { ledger, entry, rights } = seen
    const tied = new Set(ties.map((tie) => `${tie.ledger} ${tie.other}`))
    const own = lastSpan(entry).fields
    return {
      ties: ties.map(({ id, kind, away, ledger: key, other, day, person, note }) => ({ id, kind, away, other: presentOther(ask, key, other, others.get(`${key} ${other}`)), day, by: nameOf(person), note, undo: undone.has(id) })),
      similar: nearby
        .flatMap((other) => {
          const { fields } = lastSpan(other)
          const likeness = tied.has(`${ledger.key} ${other.id}`) || fields['merged'] === true || !rights.reads(fields) ? undefined : likenessOf(ledger, own, fields)
          return likeness === undefined ? [] : [{ other: presentOther(ask, ledger.key, other.id, other), likeness }]
        })
        .slice(0, shown),
      can: { split: may(seen, productSteps.split, ask), merge: may(seen, productSteps.merge, ask), link: may(seen, productSteps.link, ask) },
    }
  },
})

export const splitMatterEndpoint = judgedAgain(
  endpoint({
    route: splitRoute,
    load: async (ask, reader) => loadOnce(ask, reader),
    decide: ({ seen, before }, ask) => {
      const { input, today } = ask
      if (before !== undefined) return { changes: [] }
      const split = splitMatter(seen, input.parts, input.note, askerOf(ask.caller))
      if (isRefusal(split)) return split
      const { ledger, entry } = seen
      const parts = split.entries.flatMap((fields, at): readonly Change[] => [
        { act: 'create', verb: splitRoute.verb, ledger: ledger.key, spans: [{ from: null, to: null, fields }], handle: `part${at}` },
        tie('part', { ledger: ledger.key, matter: `@part${at}` }, { ledger: ledger.key, matter: String(entry.id) }, seen, input.note, ask.caller.person, today, splitRoute.verb),
      ])
      return { changes: [...recorded(seen, split.taken, splitRoute.verb, input.once ?? null), ...parts], by: actorIn(seen, productSteps.split, ask) }
    },
    present: ({ before }, _, { journal }) => ({ journal: before ?? journal }),
  }),
)

export const mergeMatterEndpoint = judgedAgain(
  endpoint({
    route: mergeMatter,
    load: async (ask, reader) => {
      const from = await loadOnce(ask, reader)
      if (isRefusal(from)) return from
      const into = await loadNamed({ ...ask, input: { ledger: ask.input.ledger, entry: ask.input.into } }, reader)
      return isRefusal(into) ? fieldProblem('into', 'not-found', { what: `#${ask.input.into}` }) : { ...from, into }
    },
    decide: ({ seen, before, into }, ask) => {
      const { input, today, caller } = ask
      if (before !== undefined) return { changes: [] }
      const merged = mergeMatters(seen, into, input.note, askerOf(caller))
      if (isRefusal(merged)) return merged
      const at = (of: LoadedMatter) => ({ ledger: of.ledger.key, matter: String(of.entry.id) })
      return {
        changes: [...recorded(seen, merged.from, mergeMatter.verb, input.once ?? null), ...recorded(into, merged.into, mergeMatter.verb, null), tie('merged', at(seen), at(into), seen, input.note, caller.person, today, mergeMatter.verb)],
        by: actorIn(seen, productSteps.merge, ask),
      }
    },
    present: ({ before }, _, { journal }) => ({ journal: before ?? journal }),
  }),
)

export const linkMatterEndpoint = judgedAgain(
  endpoint({
    route: linkRoute,
    load: async (ask, reader) => {
      const one = await loadOnce(ask, reader)
      if (isRefusal(one)) return one
      const other = await loadNamed({ ...ask, input: { ledger: ask.input.otherLedger, entry: ask.input.other } }, reader)
      return isRefusal(other) ? fieldProblem('other', 'not-found', { what: `#${ask.input.other}` }) : { ...one, other }
    },
    decide: ({ seen, before, other }, ask) => {
      const { input, today, caller } = ask
      if (before !== undefined) return { changes: [] }
      const linked = linkMatters(seen, other, input.kind, input.note, askerOf(caller))
      if (isRefusal(linked)) return linked
      const at = (of: LoadedMatter) => ({ ledger: of.ledger.key, matter: String(of.entry.id) })
      return {
        changes: [...recorded(seen, linked.one, linkRoute.verb, input.once ?? null), ...recorded(other, linked.other, linkRoute.verb, null), tie(input.kind, at(seen), at(other), seen, input.note, caller.person, today, linkRoute.verb)],
        by: actorIn(seen, productSteps.link, ask),
      }
    },
    present: ({ before }, _, { journal }) => ({ journal: before ?? journal }),
  }),
)

const tie = (kind: TieKind, one: { readonly ledger: string; readonly matter: string }, other: { readonly ledger: string; readonly matter: string }, { at }: LoadedMatter, note: string, person: number, day: string, verb: string): Change => ({
  act: 'create', verb, ledger: tieLedger, spans: [{ from: null, to: null, fields: { kind, ledger: one.ledger, matter: one.matter, other_ledger: other.ledger, other: other.matter, org: at.org, day, person: String(person), note } }],
})

const may = ({ procedure, matter, entry, at }: LoadedMatter, step: ProductStep, { caller }: Ask<unknown>): boolean => !entry.void && stepProblem(procedure, matter, productStep(procedure, step), askerOf(caller), at) === undefined
