import type { Field } from '../ledger/field.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Draft, DraftLine } from './draft.ts'

/** A ledger that stands, as a draft to change it by: a retired field is one that is not taken. What a document screen or a verb writes has no line. */
export const standingDraft = (ledger: Ledger): Draft => ({
  key: ledger.key,
  title: ledger.title,
  about: ledger.about ?? null,
  shape: ledger.shape,
  line: ledger.line,
  owner: ledger.owner,
  villageEntry: ledger.villageEntry === true,
  orgField: ledger.orgField,
  org: null,
  dateField: ledger.dateField ?? null,
  unique: ledger.unique?.[0] ?? [],
  lines: ledger.fields.filter(isDesigned).map((field): DraftLine => ({ at: null, take: field.retired !== true, role: 'field', field })),
})

/** The next version of a ledger by its draft: fields changed in place, retired where they are not taken, added at the end. Keys and all else stay as they are. */
export const nextLedger = (before: Ledger, draft: Draft): Ledger => {
  const lines = new Map(draft.lines.map((line) => [line.field.key, line]))
  const kept = before.fields.map((field) => fieldOf(isDesigned(field) ? lines.get(field.key) : undefined) ?? field)
  const added = draft.lines.filter((line) => !before.fields.some((field) => field.key === line.field.key)).flatMap((line) => fieldOf(line) ?? [])
  const { about: _, villageEntry: __, ...rest } = before
  return { ...rest, title: draft.title, ...(draft.about !== null && { about: draft.about }), ...(draft.villageEntry && { villageEntry: true }), fields: [...kept, ...added] }
}

const isDesigned = (field: Field): boolean => field.kind !== 'document' && field.fixed !== true

const fieldOf = (line: DraftLine | undefined): Field | undefined => {
  if (line === undefined) return undefined
  const { retired: _, ...field } = line.field
  if (line.take) return field
  const { required: __, ...optional } = field
  return { ...optional, retired: true }
}
