import type { Change } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import type { OrgTree } from './org-tree.ts'
import type { Post } from './policy.ts'

/**
 * The town's order changes from a day on, by verbs of its own (BOOK §7): what happened before stays where it
 * happened, and figures roll up by the tree at their cutoff.
 */

/** Gives an org another name from a day. */
export const renameOrg = (org: Entry, name: { readonly zh: string; readonly en: string }, from: Day): Change | Refusal => {
  const { fields } = lastSpan(org)
  if (fields['zh'] === name.zh && fields['en'] === name.en) return refuse('nothing-changed')
  return { act: 'change', verb: 'org.rename', ledger: 'org', entry: org.id, saw: org.version, from, set: { zh: name.zh, en: name.en } }
}

/** Puts an org under another parent from a day. */
export const moveOrg = (org: Entry, tree: OrgTree, parent: string, from: Day): Change | Refusal => {
  const code = codeOf(org)
  if (!tree.orgs.has(parent)) return refuse('bad-input', {}, [{ field: 'parent', code: 'not-org', details: { value: parent } }])
  if (code === tree.root || tree.subtree(code).includes(parent)) return refuse('bad-input', {}, [{ field: 'parent', code: 'org-under-itself', details: {} }])
  return { act: 'change', verb: 'org.move', ledger: 'org', entry: org.id, saw: org.version, from, set: { parent } }
}

/** Ends an org on a day; from then on it rolls up to the one it was merged into. */
export const mergeOrg = (org: Entry, tree: OrgTree, into: string, from: Day): Change | Refusal => {
  const code = codeOf(org)
  if (!tree.orgs.has(into)) return refuse('bad-input', {}, [{ field: 'into', code: 'not-org', details: { value: into } }])
  if (code === tree.root || tree.subtree(code).includes(into)) return refuse('bad-input', {}, [{ field: 'into', code: 'org-under-itself', details: {} }])
  return { act: 'end', verb: 'org.merge', ledger: 'org', entry: org.id, saw: org.version, to: from, set: { successor: into } }
}

/** Hands every open post of one person to another from a day, with all rights, in one change set. */
export const handOver = (posts: readonly Entry[], from: number, to: number, day: Day): readonly Change[] | Refusal => {
  if (from === to) return refuse('bad-input', {}, [{ field: 'to', code: 'same-person', details: {} }])
  const open = posts.filter((post) => !post.void && lastSpan(post).to === null && lastSpan(post).fields['person'] === String(from))
  if (open.length === 0) return refuse('not-found', { what: `post of #${from}` })
  return open.flatMap((post): readonly Change[] => [
    { act: 'end', verb: 'post.handover', ledger: 'post', entry: post.id, saw: post.version, to: day },
    { act: 'create', verb: 'post.handover', ledger: 'post', spans: [{ from: day, to: null, fields: { ...lastSpan(post).fields, person: String(to) } }] },
  ])
}

/** Enters a person and her first post from a day, in one change set. */
export const appoint = (person: { readonly name: string; readonly org: string }, post: Post, from: Day, verb: string): readonly Change[] => [
  { act: 'create', verb, ledger: 'person', spans: [{ from, to: null, fields: { name: person.name, org: person.org } }], handle: 'appointed' },
  { act: 'create', verb, ledger: 'post', spans: [{ from, to: null, fields: { person: '@appointed', role: post.role, org: post.org } }] },
]

/** Where an org stands over time, names aside: two entries with the same text make the same tree. */
export const placesOf = (org: Entry): string => {
  const places: { at: string; from: Day | null; to: Day | null }[] = []
  for (const span of org.void ? [] : org.spans) {
    const at = ['code', 'parent', 'successor'].map((key) => String(span.fields[key] ?? '')).join('|')
    const last = places[places.length - 1]
    if (last !== undefined && last.at === at && last.to === span.from) last.to = span.to
    else places.push({ at, from: span.from, to: span.to })
  }
  return JSON.stringify(places)
}

const codeOf = (org: Entry): string => String(lastSpan(org).fields['code'])
