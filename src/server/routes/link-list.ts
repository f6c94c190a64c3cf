import { listDuplicates, listLinks, mergeLinked } from '../../api/link.ts'
import type { LinkedRow } from '../../api/link.ts'
import { mayUse } from '../../core/access/policy.ts'
import { isNothing } from '../../core/access/predicate.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { findField, getField } from '../../core/ledger/ledger.ts'
import { duplicateRules } from '../../core/linking/duplicate-rules.ts'
import { mergeOf } from '../../core/linking/merge-entries.ts'
import { referralsTo } from '../../core/linking/referrals.ts'
import { words } from '../../core/words.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { findDuplicates } from '../../store/duplicates.ts'
import { findEntries } from '../../store/entries.ts'
import { countLinks, linkedEntries, mergedAway, mergedInto } from '../../store/links.ts'
import { namesOf } from '../../store/people.ts'
import { erasedAmong } from '../../store/seal/erase-key.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { orgName } from '../org-ref.ts'
import { presentFields, presentRow, sealedValues } from '../present-fields.ts'
import { fieldProblem } from '../read-scope.ts'
import { loadEntry } from './entry-write.ts'
import { openLedgers } from './ledger.ts'
import { factsOf, titleOf } from './link-find.ts'

export const listLinksEndpoint = endpoint({
  route: listLinks,
  load: async (ask, reader) => {
    const { input, town } = ask
    const open = openLedgers(ask)
    const own = open.find((each) => each.ledger.key === input.ledger)
    if (own === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const entry = await loadEntry(ask, reader, own.ledger, input.entry)
    if (isRefusal(entry)) return entry
    const rights = new Map(open.map((each) => [each.ledger.key, each.rights]))
    const referrals = referralsTo(open.map((each) => each.ledger), own.ledger.key).flatMap((referral) => {
      const seen = rights.get(referral.ledger.key)
      return seen === undefined ? [] : [{ ...referral, right: seen.read, write: seen.write }]
    })
    const asked = referrals.filter((each) => (input.of === undefined || each.ledger.key === input.of) && (input.by === undefined || each.field === input.by))
    if (asked.length === 0 && (input.of ?? input.by) !== undefined) return fieldProblem(input.of === undefined ? 'by' : 'of', 'not-found', { what: input.of ?? input.by ?? '' })
    const counts = await countLinks(reader, town.schema, asked, entry.id)
    const groups = []
    for (const [at, referral] of asked.entries()) groups.push({ referral, count: counts[at] ?? 0, entries: (counts[at] ?? 0) === 0 ? [] : await linkedEntries(reader, town.schema, referral, entry.id, input) })
    const merged = await mergedInto(reader, town.schema, own.ledger, entry.id)
    const gone = await findEntries(reader, town.schema, own.ledger, merged.map((each) => each.entry))
    const batch = await mergedAway(reader, town.schema, own.ledger, entry)
    return { own, entry, groups, merged: merged.flatMap((each) => ({ ...each, was: gone.get(each.entry) })), batch, nameOf: await namesOf(reader, town.schema, merged.map((each) => each.person)) }
  },
  present: ({ own, entry, groups, merged, batch, nameOf }, ask) => {
    const into = batch === undefined ? undefined : mergeOf(batch)
    return {
      groups: groups.map(({ referral, count, entries }) => {
        const field = getField(referral.ledger, referral.field)
        return { ledger: referral.ledger.key, title: referral.ledger.title, field: field.key, fieldTitle: field.title, count, rows: entries.map((each) => linkedRow(referral.ledger, each, ask)), can: { create: !entry.void && referral.ledger.system !== true && field.fixed !== true && field.retired !== true && !isNothing(referral.write) } }
      }),
      merged: merged.flatMap((each) => (each.was === undefined || !own.rights.reads(lastSpan(each.was).fields) ? [] : [{ entry: each.entry, title: titleOf(own.ledger, each.was, ask), batch: each.batch, recordedAt: each.recordedAt, by: nameOf(each.person) }])),
      into: batch === undefined || into?.ledger !== own.ledger.key ? null : { entry: into.keep, batch },
      can: { duplicates: duplicateRules(own.ledger, own.rights).length > 0, merge: mayMerge(own.ledger, ask) && own.rights.writes(lastSpan(entry).fields) },
    }
  },
})

/** Whether a person may merge entries of a register, its rows apart. */
export const mayMerge = (ledger: Ledger, { caller }: Pick<Ask<unknown>, 'caller'>): boolean => ledger.shape === 'register' && ledger.system !== true && mayUse(caller.posts, mergeLinked.verb)

const linkedRow = (ledger: Ledger, entry: Entry, ask: Pick<Ask<unknown>, 'caller' | 'book' | 'today'>): LinkedRow => {
  const span = lastSpan(entry)
  const day = ledger.dateField === undefined ? span.from : String(span.fields[ledger.dateField] ?? '')
  return { entry: entry.id, title: titleOf(ledger, entry, ask), day, org: orgName(ask.book.treeAt(ask.today), String(span.fields[ledger.orgField] ?? '')), facts: [...factsOf(ledger, entry, ask)] }
}

export const listDuplicatesEndpoint = endpoint({
  route: listDuplicates,
  load: async (ask, reader) => {
    const { input, town } = ask
    const own = openLedgers(ask).find((each) => each.ledger.key === input.ledger)
    if (own === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    if (own.ledger.shape !== 'register') return fieldProblem('ledger', 'register-only')
    const rules = duplicateRules(own.ledger, own.rights)
    const asked = rules.filter(({ rule }) => input.rule === undefined || rule === input.rule)
    const found = await findDuplicates(reader, town.schema, own.ledger, asked, { offset: input.offset, limit: input.limit + 1 })
    const entries = await findEntries(reader, town.schema, own.ledger, [...new Set(found.flatMap(({ ids }) => ids))])
    return { own, rules, asked, found, entries, erased: await erasedAmong(reader, town.schema, sealedValues(own.ledger, [...entries.values()])) }
  },
  present: ({ own: { ledger, rights }, rules, asked, found, entries, erased }, ask) => ({
    rules: rules.map(({ rule, plain, folded }) => ({ rule, fields: [...plain, ...folded].map((key) => getField(ledger, key).title) })),
    groups: found.slice(0, ask.input.limit).flatMap(({ at, entries: count, ids }) => {
      const by = asked[at]
      const rows = ids.flatMap((id) => entries.get(id) ?? [])
      const [first] = rows
      if (by === undefined || first === undefined) return []
      const shown = presentFields(ledger, rights, lastSpan(first).fields, erased)
      const told = [...by.folded, ...by.plain].map((key) => (findField(ledger, key)?.kind === 'org' ? orgName(ask.book.treeAt(ask.today), String(shown[key])) : words(String(shown[key] ?? ''), String(shown[key] ?? ''))))
      return [{ rule: by.rule, by: told, entries: count, rows: rows.map((entry) => presentRow(ledger, rights, entry, erased)) }]
    }),
    more: found.length > ask.input.limit,
    can: { merge: mayMerge(ledger, ask) && !isNothing(rights.write) },
  }),
})
