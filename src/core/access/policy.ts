import type { Ledger } from '../ledger/ledger.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { OrgTree } from './org-tree.ts'
import type { Predicate } from './predicate.ts'
import { everything, nothing } from './predicate.ts'


/** A person's post: a role at an org. */
export type Post = { readonly role: string; readonly org: string }

/** Rows a role may read or write: which ledgers, and of those which orgs' rows. */
export type RowGrant = {
  readonly acts: readonly ('read' | 'write')[]
  /** `own`: ledgers its office keeps, or one that passed to it; `open`: all that are not sensitive; `village`: open ones villages enter; `all`. */
  readonly ledgers: 'own' | 'open' | 'village' | 'all'
  readonly scope: 'town' | 'own'
}

/** A role as data: the verbs it may use beside rows (`figure.*` matches any), and its rows. */
export type Role = { readonly key: string; readonly title: Words; readonly verbs: readonly string[]; readonly rows: readonly RowGrant[] }

const reading = ['matter.*', 'session.*', 'figure.*', 'report.read', 'report.tell', 'report.export', 'edition.read', 'edition.export', 'indicator.read', 'indicator.list', 'indicator.export', 'import.list', 'batch.read', 'view.*', 'saved.read', 'ledger.list', 'ledger.versions', 'entry.read', 'org.list', 'today.read', 'source.read', 'source.list', 'source.open', 'source.fetch', 'file.fetch', 'setting.list', 'calendar.read', 'procedure.*', 'entry.compare', 'entry.print', 'access.explain', 'read.list', 'link.find', 'link.list', 'notice.*', 'deputy.*']

/** Seeing a report in the making: how it came about, what was remarked, who has answered. */
const following = ['start.read', 'report.list', 'report.watch', 'report.history', 'report.compare', 'report.brief', 'remark.list', 'proposal.list', 'instruction.list', 'instruction.fetch', 'call.list', 'call.read', 'reply.list', 'template.list', 'publication.list', 'form.list', 'form.read', 'form.preview', 'form.fetch']

/** What a line office does for the report, for what was asked of it, and for forms from above. */
const answering = ['form.*', 'section.write', 'answer.read', 'answer.write', 'remark.create', 'remark.answer', 'reply.create', 'reply.void', 'proposal.create', 'report.return', 'report.take', 'remark.withdraw']

/** What keeping registers and rows about people asks for: merging what is double, seeing one field for a purpose, finding a row by a sealed number, asking for an erasure. */
const keeping = ['entry.reveal', 'entry.find', 'erasure.*', 'link.duplicates', 'link.weigh', 'link.merge', 'link.propose']

/** What designing ledgers and measures asks for; whose they may be is said in may-declare. */
const declaring = ['ledger.declare', 'design.*', 'measure.*']

/** The roles every town starts with (HANDBOOK App. D, role rules). */
export const roles: readonly Role[] = [
  {
    key: 'leader',
    title: words('镇领导', 'Leader'),
    verbs: [...reading, ...following, 'answer.read', 'remark.*', 'proposal.*', 'instruction.create', 'supervision.create', 'freeze.approve', 'freeze.refuse', 'file.upload'],
    rows: [{ acts: ['read'], ledgers: 'open', scope: 'town' }],
  },
  {
    key: 'office',
    title: words('党政办', 'Town office'),
    verbs: [
      ...reading, ...following, 'form.*', 'report.*', 'section.*', 'edition.*', 'publication.*', 'template.*', 'freeze.create', 'freeze.ask', 'remark.*', 'proposal.*', 'instruction.*', 'supervision.*', 'call.*', 'answer.read', 'answer.write', 'answer.accept', 'answer.return', 'answer.remind', 'reply.*', 'indicator.*', 'target.*', 'ranking.*',
      'close.*', 'correction.*', ...declaring, 'org.*', 'person.*', 'post.*', 'account.*', 'setup.*', 'reported.*', 'entry.write', 'import.*', 'batch.*', 'book.verify', 'source.accept', 'file.*', 'setting.*', 'calendar.*', ...keeping, 'channel.*',
    ],
    rows: [{ acts: ['read'], ledgers: 'open', scope: 'town' }, { acts: ['read', 'write'], ledgers: 'own', scope: 'town' }],
  },
  {
    key: 'line',
    title: words('科室', 'Line office'),
    verbs: [...reading, ...following, ...answering, 'entry.write', 'import.*', 'batch.*', 'reported.*', 'target.*', 'ranking.*', 'correction.*', 'close.*', 'source.accept', ...keeping, 'file.upload'],
    rows: [{ acts: ['read', 'write'], ledgers: 'own', scope: 'town' }, { acts: ['read'], ledgers: 'open', scope: 'town' }],
  },
  {
    key: 'head',
    title: words('科室负责人', 'Head of office'),
    verbs: [...reading, ...following, ...answering, 'answer.confirm', 'answer.return', ...declaring, 'entry.write', 'import.*', 'batch.*', 'reported.*', 'target.*', 'ranking.*', 'correction.*', 'close.*', 'source.accept', ...keeping, 'file.upload'],
    rows: [{ acts: ['read', 'write'], ledgers: 'own', scope: 'town' }, { acts: ['read'], ledgers: 'open', scope: 'town' }],
  },
  {
    key: 'village',
    title: words('村（社区）', 'Village'),
    verbs: [...reading, 'entry.write', 'import.*', 'batch.*', 'correction.propose', 'file.upload', 'finding.*'],
    rows: [{ acts: ['read', 'write'], ledgers: 'village', scope: 'own' }, { acts: ['read'], ledgers: 'open', scope: 'own' }],
  },
  { key: 'auditor', title: words('审计', 'Auditor'), verbs: [...reading, ...following, 'answer.read', 'journal.read', 'book.verify', 'entry.reveal', 'entry.find', 'erasure.list', 'close.list', 'close.preview', 'correction.list'], rows: [{ acts: ['read'], ledgers: 'all', scope: 'town' }] },
]

/** Roles that handle matters; leaders decide and auditors read. */
export const handlingRoles: readonly string[] = ['office', 'line', 'head', 'village']

/** Whether a post is one of a line office's own: who works there, and who heads it. */
export const isOfficePost = (post: Post): boolean => post.role === 'line' || post.role === 'head'

const roleOf = (key: string): Role | undefined => roles.find((role) => role.key === key)

/** Whether any post allows a verb. */
export const mayUse = (posts: readonly Post[], verb: string): boolean => posts.some((post) => roleOf(post.role)?.verbs.some((pattern) => matches(pattern, verb)) === true)

const matches = (pattern: string, verb: string): boolean => pattern === verb || (pattern.endsWith('.*') && verb.startsWith(pattern.slice(0, -1)))

/**
 * The rows of a ledger a person may read or write, as one predicate compiled both to SQL and to a filter
 * (BOOK §10). System ledgers open through their own verbs, so their rows are the reader's as the verb says.
 */
export const rowsRight = (posts: readonly Post[], act: 'read' | 'write', ledger: Ledger, tree: OrgTree): Predicate => {
  const given = posts.flatMap((post) => (roleOf(post.role)?.rows ?? []).filter((grant) => grant.acts.includes(act) && covers(grant, ledger, post, tree)).map(({ scope }) => ({ scope, org: post.org })))
  if (given.length === 0) return nothing
  if (given.some(({ scope }) => scope === 'town')) return everything
  return { kind: 'in', field: ledger.orgField, values: [...new Set(given.flatMap(({ org }) => tree.subtree(org)))] }
}

const covers = (grant: RowGrant, ledger: Ledger, post: Post, tree: OrgTree): boolean => {
  if (ledger.system === true) return act(grant, 'read')
  switch (grant.ledgers) {
    case 'all':
      return true
    case 'own':
      return tree.answersFor(post.org).includes(ledger.owner)
    case 'open':
      return ledger.sensitive === undefined
    case 'village':
      return ledger.sensitive === undefined && ledger.villageEntry === true
    default:
      return grant.ledgers satisfies never
  }
}

const act = (grant: RowGrant, wanted: 'read' | 'write'): boolean => grant.acts.includes(wanted)
