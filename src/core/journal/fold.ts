import type { OrgTree } from '../access/org-tree.ts'
import type { Change, ChangeSet } from '../ledger/change.ts'
import type { Entry } from '../ledger/entry.ts'
import { lastSpan } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Merged } from '../linking/follow-merges.ts'
import { followMerges } from '../linking/follow-merges.ts'
import type { Contribution } from '../measure/contributions.ts'
import { reportedProblem } from '../measure/reported-problem.ts'
import { isStatedInDocument } from '../measure/standing-in.ts'
import type { Told } from '../matter/kept-columns.ts'
import { correctsMatter, keptColumns } from '../matter/kept-columns.ts'
import { withOpening } from '../matter/with-opening.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { isRefusal, refuse } from '../refusal/refusal.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import { applyChange } from './apply-change.ts'
import { canonical } from './canonical.ts'
import { closedMonth } from './closed-month.ts'
import type { Declaration } from './declaration.ts'
import { declarationProblem, withDeclaration } from './declaration.ts'
import type { Declared } from './declaration.ts'
import type { JournalRow } from './row.ts'
import { entryPayload } from './row.ts'
import { Tally } from './tally.ts'

/** One measure version that posts, with its number in the store. */
export type Series = {
  readonly series: number
  readonly measure: string
  readonly ledger: string
  readonly kind: 'flow' | 'stock' | 'distinct'
  readonly contributions: (entry: Entry) => readonly Contribution[]
}

/** All the fold must know of the book before it. */
export type Book = {
  readonly head: number
  readonly declared: Declared
  /** Series by the ledger they post from. */
  readonly series: ReadonlyMap<string, readonly Series[]>
  /** `ledger|month` of every closed month. */
  readonly closed: ReadonlySet<string>
  readonly orgs: OrgTree
  /** Working days as the notices in the book have them. */
  readonly calendar: WorkCalendar
  /** Entries of registers that were merged into others. */
  readonly merged: Merged
}

/** What became of one change set: the journal numbers it got, or why it was refused. */
export type Outcome = { readonly numbers: readonly number[]; readonly entries: readonly Entry[] } | Refusal

/** A group of change sets, folded: what the store must write, set-wise, in one transaction. */
export type Folded = {
  readonly outcomes: readonly Outcome[]
  readonly rows: readonly JournalRow[]
  /** Every entry touched, as it is after the group, with how it was before (undefined when new). */
  readonly touched: ReadonlyMap<number, { readonly before: Entry | undefined; readonly after: Entry }>
  readonly tally: Tally
  readonly declarations: readonly { readonly number: number; readonly declaration: Declaration }[]
}

/**
 * Folds waiting change sets, in order, over the book: the one path of every write (BOOK §3). Pure: `load`
 * holds the entries the sets name, `at` is the instant of recording, `told` holds the steps of matters whose entries the sets correct.
 */
export const foldGroup = (book: Book, sets: readonly ChangeSet[], loaded: ReadonlyMap<number, Entry>, at: string, told: ReadonlyMap<number, Told> = new Map()): Folded => {
  const rows: JournalRow[] = []
  const touched = new Map<number, { before: Entry | undefined; after: Entry }>()
  const declarations: { number: number; declaration: Declaration }[] = []
  const tally = new Tally()
  let next = book.head + 1
  const outcomes = sets.map((set): Outcome => {
    const own = new Map<number, { before: Entry | undefined; after: Entry }>()
    const moves: { before: Entry | undefined; after: Entry }[] = []
    const handles = new Map<string, number>()
    const drafts: JournalRow[] = []
    const declared: typeof declarations = []
    let known: Declared = book.declared
    if (mixes(book, set)) return refuse('bad-declaration', { problem: 'a declaration and entries it would count go in change sets of their own' })
    for (const change of set.changes) {
      const number = next + drafts.length
      const row = (ledger: string, entry: number | null, payload: string): JournalRow => ({
        number,
        recordedAt: at,
        person: set.by.person,
        actingFor: set.by.actingFor ?? null,
        approvedBy: set.approvedBy ?? null,
        verb: change.verb,
        ledger,
        entry,
        batch: set.batch ?? null,
        reason: set.reason ?? null,
        payload,
      })
      if (change.act === 'declare') {
        const wrong = declarationProblem(change.declaration, known)
        if (wrong !== undefined) return refuse('bad-declaration', { problem: wrong })
        known = withDeclaration(known, change.declaration)
        declared.push({ number, declaration: change.declaration })
        drafts.push(row(`declaration-${change.declaration.kind}`, null, canonical(JSON.parse(JSON.stringify(change.declaration)), 'kept')))
        continue
      }
      const ledger = book.declared.ledgers.get(change.ledger)
      if (ledger === undefined) return refuse('not-found', { what: change.ledger })
      if (change.act === 'step' && change.calendar !== book.calendar.version) return refuse('stale-version', { entry: change.entry, calendar: book.calendar.version, saw: change.calendar })
      const current = change.act === 'create' ? undefined : (own.get(change.entry)?.after ?? touched.get(change.entry)?.after ?? loaded.get(change.entry))
      const wanted = applyChange(ledger, withOpening(ledger, change, set.by.person, book.calendar), current, number, handles)
      if (isRefusal(wanted)) return wanted
      const followed = followMerges(ledger, book.merged, wanted, change.act === 'restore' ? current : undefined)
      const matter = correctsMatter(change) ? told.get(followed.id) : undefined
      const after = matter === undefined ? followed : keptColumns(ledger, followed, matter, book.calendar)
      const refused = mayStand(book, known, ledger, current, after, set, change)
      if (refused !== undefined) return refused
      const earlier = own.get(after.id)
      own.set(after.id, earlier === undefined ? { before: current, after } : { ...earlier, after })
      moves.push({ before: current, after })
      drafts.push(row(ledger.key, after.id, entryPayload(ledger, after, current?.version ?? null)))
      if (change.act === 'create' && change.handle !== undefined) handles.set(change.handle, number)
    }
    if (drafts.length === 0) return refuse('nothing-changed')
    for (const { before, after } of moves) for (const series of book.series.get(after.ledger) ?? []) tally.post(series, before, after, after.version)
    for (const [id, { before, after }] of own) touched.set(id, { before: touched.has(id) ? touched.get(id)?.before : before, after })
    rows.push(...drafts)
    declarations.push(...declared)
    next += drafts.length
    return { numbers: drafts.map((draft) => draft.number), entries: [...own.values()].map(({ after }) => after) }
  })
  return { outcomes, rows, touched, tally, declarations }
}

/**
 * Whether a set declares and also changes entries that what it declares would not see. A new reported measure may come with values stated
 * for it in a document: those post nothing.
 */
const mixes = (book: Book, set: ChangeSet): boolean => {
  const entries = set.changes.filter((change) => change.act !== 'declare')
  const declared = set.changes.flatMap((change) => (change.act === 'declare' ? [change.declaration] : []))
  if (entries.length === 0 || declared.length === 0) return false
  const added = new Set(declared.flatMap((each) => (each.kind === 'measure' && each.measure.definition.kind === 'reported' && !book.declared.measures.has(each.measure.key) ? [each.measure.key] : [])))
  const counted = (change: (typeof entries)[number]): boolean => change.act !== 'create' || change.spans.some(({ fields }) => change.ledger === 'reported' && added.has(String(fields['measure'])) && !isStatedInDocument(fields))
  return added.size < declared.length || entries.some(counted)
}

/** The rules that hold for every change: known orgs, periods of reported values, closed months, a second person where one is asked for. */
const mayStand = (book: Book, declared: Declared, ledger: Ledger, before: Entry | undefined, after: Entry, set: ChangeSet, change: Change): Refusal | undefined => {
  for (const span of after.spans)
    for (const field of ledger.fields)
      if (field.kind === 'org') {
        const code = span.fields[field.key]
        if (typeof code === 'string' && ledger.key !== 'org' && !book.orgs.orgs.has(code)) return refuse('bad-input', {}, [{ field: field.key, code: 'not-org', details: { value: code } }])
      }
  const reported = ledger.key === 'reported' && !after.void ? reportedProblem(declared.measures.get(String(lastSpan(after).fields['measure'])), lastSpan(after).fields) : undefined
  if (reported !== undefined) return refuse('bad-input', {}, [reported])
  if (set.approvedBy !== undefined) {
    if (set.approvedBy === set.by.person) return refuse('same-person')
    return set.reason === undefined ? refuse('reason-required') : undefined
  }
  if (corrects(change, before) && set.reason === undefined && ledger.system !== true) return refuse('reason-required')
  if (ledger.secondPerson === true && before !== undefined) return refuse('second-person-required', { ledger: ledger.title.zh })
  if (book.closed.size === 0) return undefined
  const month = closedMonth(book, ledger, before, after, change.act === 'step')
  return month === undefined ? undefined : refuse('month-closed', { month, ledger: ledger.key })
}

/** Whether a change says that something recorded was wrong: moving an end that stands is one too. */
const corrects = (change: Change, before: Entry | undefined): boolean =>
  change.act === 'void' || change.act === 'correct' || change.act === 'restore' || change.act === 'repoint' || (change.act === 'end' && before !== undefined && lastSpan(before).to !== null)
