import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Words } from '../words.ts'
import { words } from '../words.ts'

/** One line of a ledger being designed: a column of the sheet (null for a field that has none), and the field it becomes or the day it gives a register's rows. */
export type DraftLine = { readonly at: number | null; readonly take: boolean; readonly role: 'field' | 'from' | 'to'; readonly field: Field }

/** A ledger being designed, as the screen changes it. Without an org field all rows belong to `org`. */
export type Draft = {
  readonly key: string
  readonly title: Words
  readonly about: Words | null
  readonly shape: Ledger['shape']
  readonly line: string
  readonly owner: string
  readonly villageEntry: boolean
  readonly orgField: string | null
  readonly org: string | null
  readonly dateField: string | null
  /** Fields no two entries may share, together; empty for none. */
  readonly unique: readonly string[]
  readonly lines: readonly DraftLine[]
}

/** What a column of the sheet is taken for, as an import is told it. */
export type TakenColumn = { readonly at: number; readonly field: string | null }

/** Key of the org field of a ledger whose sheet names no organisation. */
export const ownOrgKey = 'org'

/** Fields the draft makes, in the order of its lines. */
const taken = (draft: Draft): readonly DraftLine[] => draft.lines.filter((line) => line.take && (line.role === 'field' || draft.shape === 'event'))

/** The declaration a draft amounts to. What tells rows apart, and the day and organisation of each, is required. */
export const ledgerOf = (draft: Draft): Ledger => {
  const needed = new Set([draft.orgField, draft.shape === 'event' ? draft.dateField : null, ...draft.unique])
  const fields = taken(draft).map(({ field }) => (needed.has(field.key) ? { ...field, required: true } : field))
  const org: readonly Field[] = draft.orgField === null ? [{ key: ownOrgKey, title: words('单位', 'Organisation'), kind: 'org', required: true }] : []
  return {
    key: draft.key,
    title: draft.title,
    ...(draft.about !== null && { about: draft.about }),
    shape: draft.shape,
    line: draft.line,
    owner: draft.owner,
    fields: [...org, ...fields],
    ...(draft.shape === 'event' && draft.dateField !== null && { dateField: draft.dateField }),
    orgField: draft.orgField ?? ownOrgKey,
    ...(draft.unique.length > 0 && { unique: [draft.unique] }),
    ...(draft.villageEntry && { villageEntry: true }),
  }
}

/** How the sheet's columns are taken for the fields of the draft. */
export const columnsOf = (draft: Draft): readonly TakenColumn[] =>
  draft.lines.flatMap((line) => {
    if (line.at === null) return []
    const span = line.role !== 'field' && draft.shape === 'register' ? (line.role === 'from' ? 'valid_from' : 'valid_to') : undefined
    return [{ at: line.at, field: line.take ? (span ?? line.field.key) : null }]
  })

/** What every row is given that the sheet does not say. */
export const givenOf = (draft: Draft): Readonly<Record<string, string>> => (draft.orgField === null && draft.org !== null ? { [ownOrgKey]: draft.org } : {})

/** For each field of the declaration the place of its line in the draft; null for the org field the draft adds. */
export const fieldLines = (draft: Draft): readonly (number | null)[] => {
  const places = draft.lines.flatMap((line, at) => (taken(draft).includes(line) ? [at] : []))
  return draft.orgField === null ? [null, ...places] : places
}
