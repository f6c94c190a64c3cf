import { allRights, ledgerRights } from '../../core/access/ledger-rights.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import type { OrgTree } from '../../core/access/org-tree.ts'
import type { Post } from '../../core/access/policy.ts'
import { cellName } from '../../core/importing/cell.ts'
import type { DecidedRow, RowProblem } from '../../core/importing/decide-row.ts'
import { decideRow } from '../../core/importing/decide-row.ts'
import type { Mapping } from '../../core/importing/mapping.ts'
import { apartFromTakenOver, mayTakeOver, takenOverProblem } from '../../core/importing/taken-over.ts'
import type { CellProblem, ReadRow } from '../../core/importing/read-rows.ts'
import { merge } from '../../core/journal/apply-change.ts'
import { closedMonth } from '../../core/journal/closed-month.ts'
import { carryFields } from '../../core/ledger/carry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields, Value } from '../../core/ledger/value.ts'
import type { RefusalCode } from '../../core/refusal/catalogue.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Day } from '../../core/time/day.ts'
import type { TownBook } from '../../store/book.ts'
import { findByKey, keyText } from '../../store/find-by-key.ts'
import { findByName } from '../../store/find-by-name.ts'
import type { MasterKey } from '../../store/seal/master-key.ts'
import { sealFields } from '../../store/seal/seal-fields.ts'
import type { Handle } from '../../store/sql.ts'

/** All that rows are held against: the ledger and its key, whose rights they are written with, and the book. Keys of sealed values are made beside the snapshot. */
export type Checking = { readonly handle: Handle; readonly schema: string; readonly book: TownBook; readonly ledger: Ledger; readonly mapping: Mapping; readonly posts: readonly Post[] | 'all'; readonly tree: OrgTree; readonly today: Day; readonly master: MasterKey | undefined; readonly writing: Handle }

/** A row after it was held against the book. */
export type CheckedRow = { readonly row: number; readonly decided: Exclude<DecidedRow, { does: 'problem' }> } | { readonly row: number; readonly problems: readonly CellProblem[] }

/** The rights rows are written with; the command line writes as the town itself. */
export const rightsFor = (it: Pick<Checking, 'posts' | 'tree'>, ledger: Ledger): LedgerRights =>
  it.posts === 'all' ? allRights : ledgerRights(it.posts, ledger, it.tree)

/** Holds rows against the book: what references name, what stands under their key, closed months, and who may write them; sealed values are sealed. */
export const checkPart = async (it: Checking, rows: readonly ReadRow[]): Promise<readonly CheckedRow[]> => {
  const { ledger } = it
  const rights = rightsFor(it, ledger)
  const bad = new Map<number, CellProblem[]>()
  const told = (row: number, field: string | null, code: RefusalCode, details: Readonly<Record<string, unknown>>): void => {
    const column = it.mapping.columns.find((each) => each.field === field)?.at ?? it.mapping.columns.find((each) => each.field !== null)?.at ?? 0
    bad.set(row, [...(bad.get(row) ?? []), { cell: cellName(row, column), column, field: field ?? '', code, details }])
  }
  for (const row of rows) if (row.kind === 'problem') bad.set(row.row, [...row.problems])
  const data = rows.filter((row) => row.kind === 'data')
  const linked = await link(it, data, told)
  const sealed = await seal(it, linked, told)
  const good = sealed.filter(({ row }) => !bad.has(row))
  const key = it.mapping.key
  const standing = key === null ? new Map<string, readonly Entry[]>() : await findByKey(it.handle, it.schema, ledger, key, good.map(({ fields }) => fields))
  const closes = [...it.book.closed].length > 0
  const checked: CheckedRow[] = []
  for (const { row, fields: { valid_from, valid_to, ...fields } } of good) {
    const known = key === null ? [] : (standing.get(keyText(ledger, key, fields) ?? '') ?? [])
    const { own, told: over } = apartFromTakenOver(ledger, fields)
    const [entered] = known
    const wrong = entered === undefined ? (foreignProblem(it, over) ?? takenOverProblem(ledger, fields, it.today)) : movedProblem(entered, over)
    if (wrong !== undefined) {
      told(row, wrong.field, wrong.code, wrong.details)
      continue
    }
    const decided = decideRow(ledger, rights, { fields: entered === undefined ? fields : own, from: (valid_from ?? null) as Day | null, to: (valid_to ?? null) as Day | null }, known)
    if (decided.does === 'problem') {
      for (const problem of decided.problems) told(row, problem.field, problem.code, problem.details)
      continue
    }
    const month = closes ? closedBy(it, decided, known[0]) : undefined
    if (month === undefined) checked.push({ row, decided })
    else told(row, ledger.dateField ?? null, 'month-closed', { month })
  }
  return [...checked, ...[...bad].map(([row, problems]) => ({ row, problems }))].sort((a, b) => a.row - b.row)
}

type Given = { readonly row: number; readonly fields: Fields }
type Tell = (row: number, field: string | null, code: RefusalCode, details: Readonly<Record<string, unknown>>) => void

/** What references name, and what they carry. */
const link = async (it: Checking, rows: readonly Given[], told: Tell): Promise<readonly Given[]> => {
  const references = it.ledger.fields.filter((field) => field.kind === 'reference')
  if (references.length === 0) return rows
  const byField = new Map<string, ReadonlyMap<string, readonly Entry[]>>()
  const entries = new Map<string, Entry>()
  for (const field of references) {
    const target = it.book.declared.ledgers.get(field.ledger ?? '')
    if (target === undefined) continue
    const names = [...new Set(rows.flatMap(({ fields }) => (typeof fields[field.key] === 'string' ? [String(fields[field.key])] : [])))]
    const found = await findByName(it.handle, it.schema, target, rightsFor(it, target).read, names)
    byField.set(field.key, found)
    for (const each of found.values()) for (const entry of each) entries.set(`${target.key}|${entry.id}`, entry)
  }
  return rows.map(({ row, fields }) => {
    const raw: Record<string, Value> = { ...fields }
    for (const field of references) {
      const name = fields[field.key]
      if (typeof name !== 'string') continue
      const found = byField.get(field.key)?.get(name) ?? []
      if (found.length === 1) raw[field.key] = String(found[0]?.id)
      else {
        told(row, field.key, found.length === 0 ? 'not-found' : 'import-unclear', found.length === 0 ? { what: name } : { value: name })
        delete raw[field.key]
      }
    }
    const carried = carryFields(it.ledger, raw, (key, id) => entries.get(`${key}|${id}`))
    for (const problem of carried.problems) told(row, problem.field, problem.code, problem.details)
    return { row, fields: Object.fromEntries(Object.entries(carried.raw).filter(([, value]) => value !== null && value !== undefined)) as Fields }
  })
}

/** Sealed values never leave this process as they were typed. */
const seal = async (it: Checking, rows: readonly Given[], told: Tell): Promise<readonly Given[]> => {
  const sealed = it.ledger.fields.filter((field) => field.kind === 'sealed').map((field) => field.key)
  const holding = rows.filter(({ fields }) => sealed.some((key) => fields[key] !== undefined))
  if (holding.length === 0) return rows
  if (it.master === undefined) {
    for (const { row, fields } of holding) for (const key of sealed) if (fields[key] !== undefined) told(row, key, 'not-sealed', {})
    return rows.filter((each) => sealed.every((key) => each.fields[key] === undefined))
  }
  const done = await sealFields(it.writing, it.schema, it.master, it.ledger, holding.map(({ fields }) => fields))
  const at = new Map(holding.map((each, index) => [each, index]))
  if (!isRefusal(done)) return rows.map((each) => ({ row: each.row, fields: done[at.get(each) ?? -1] ?? each.fields }))
  const apart: Given[] = rows.filter((each) => !at.has(each))
  for (const each of holding) {
    const one = await sealFields(it.writing, it.schema, it.master, it.ledger, [each.fields])
    if (isRefusal(one)) for (const problem of one.fields ?? []) told(each.row, problem.field, problem.code, problem.details)
    else apart.push({ row: each.row, fields: one[0] ?? each.fields })
  }
  return apart
}

/** A case that is settled, or with another office, without a step taken here: only its keeper may say so. */
const foreignProblem = ({ ledger, posts }: Checking, over: Fields): RowProblem | undefined => {
  const said = Object.keys(over).find((key) => over[key] !== null && (key !== 'state' || over[key] !== ledger.procedure?.first))
  return said === undefined || mayTakeOver(ledger, posts) ? undefined : { field: said, code: 'taken-over-not-yours', details: {} }
}

/** A matter that is entered already is moved by its steps; a sheet may only say what is so. */
const movedProblem = (entry: Entry, over: Fields): RowProblem | undefined => {
  const { fields } = lastSpan(entry)
  const moved = Object.entries(over).find(([key, value]) => value !== null && value !== (fields[key] ?? null))
  return moved === undefined ? undefined : { field: moved[0], code: 'matter-by-steps', details: {} }
}

const closedBy = (it: Checking, decided: CheckedDecided, before: Entry | undefined): string | undefined => {
  if (decided.does === 'same') return undefined
  if (decided.does === 'create') return closedMonth(it.book, it.ledger, undefined, { id: 0, ledger: it.ledger.key, version: 0, void: false, spans: [{ ...decided.span, from: decided.span.from ?? (it.ledger.shape === 'register' ? it.today : null) }] })
  if (before === undefined) return undefined
  const last = before.spans.length - 1
  return closedMonth(it.book, it.ledger, before, { ...before, spans: before.spans.map((span, at) => (at === last ? { ...span, fields: merge(span.fields, decided.set) } : span)) })
}

type CheckedDecided = Exclude<DecidedRow, { does: 'problem' }>
