import { entryRoutes } from '../../api/entry.ts'
import type { RevisedOut } from '../../api/entry.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { isNothing } from '../../core/access/predicate.ts'
import type { Revision } from '../../core/journal/revise.ts'
import { revise } from '../../core/journal/revise.ts'
import type { EntryChange } from '../../core/ledger/change.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { RawFields } from '../../core/ledger/read-fields.ts'
import type { Fields } from '../../core/ledger/value.ts'
import { refusalMessage } from '../../core/refusal/catalogue.ts'
import type { RefusalCode } from '../../core/refusal/catalogue.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { findEntries } from '../../store/entries.ts'
import type { Endpoint } from '../call.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { readGivenFields } from '../given-fields.ts'
import { actorFor } from '../posts.ts'
import { presentFields } from '../present-fields.ts'
import { fieldProblem } from '../read-scope.ts'
import { ledgerProblem, rightsIn } from './entry-read.ts'

type Revised = { readonly entry: number; readonly revision: Revision }

/** Corrects many rows at once; what the product keeps of itself is corrected row by row, under its own rules. */
export const editEndpoint = (ledger: Ledger): Endpoint => {
  const route = entryRoutes(ledger.key, ledger.title).edit
  return endpoint({
    route,
    permit: (ask) => manyProblem(ledger, route.verb, ask),
    load: async (ask, reader) => {
      const { edits, dry, reason, rows } = ask.input
      if (!dry && reason === undefined) return fieldProblem('reason', 'field-required')
      const rights = rightsIn(ledger, ask)
      const entries = await findEntries(reader, ask.town.schema, ledger, edits.map((edit) => edit.entry))
      const revised: Revised[] = []
      for (const { entry, saw, set } of edits) {
        const fields = await readSet(ask, reader, ledger, set)
        revised.push({ entry, revision: isRefusal(fields) ? { does: 'refused', refusal: fields } : revise(ask.book, ledger, rights, entries.get(entry), saw, fields) })
      }
      const refused = revised.filter(({ revision }) => revision.does === 'refused').length
      if (!dry && rows === 'all' && refused > 0) return refuse('rows-rejected', { count: refused })
      return { rights, revised }
    },
    decide: ({ revised }, ask) => {
      if (ask.input.dry) return { changes: [] }
      const states = revised.flatMap(({ revision }) => (revision.does === 'correct' ? [revision.before, revision.after] : []))
      return { changes: changesOf(revised), batch: batchOf('edit', ask.book.head, ask.caller.person), reason: ask.input.reason ?? '', by: actorIn(ledger, ask, states) }
    },
    present: ({ rights, revised }, ask) => {
      const count = (does: Revision['does']): number => revised.filter(({ revision }) => revision.does === does).length
      const wrote = !ask.input.dry && changesOf(revised).length > 0
      return { batch: wrote ? batchOf('edit', ask.book.head, ask.caller.person) : null, correct: count('correct'), same: count('same'), refused: count('refused'), rows: revised.map((each) => presentRevised(ledger, rights, each)) }
    },
  })
}

/** Why many rows may not be corrected at once in a ledger. */
export const manyProblem = (ledger: Ledger, verb: string, ask: Parameters<typeof rightsIn>[1]): Refusal | undefined =>
  ledgerProblem(ledger, verb, ask) ?? (ledger.system === true || isNothing(rightsIn(ledger, ask).write) ? refuse('forbidden', { verb }) : undefined)

/** The fields many rows are set to. A sealed value belongs to one person and files to one row: they are set in the entry. */
export const readSet = async (ask: Ask<unknown>, reader: Reader, ledger: Ledger, set: RawFields): Promise<Fields | Refusal> => {
  const own = ledger.fields.filter((field) => (field.kind === 'sealed' && set[field.key] !== undefined) || (field.kind === 'file' && (set[field.key] ?? '') !== ''))
  return own.length > 0 ? refuse('bad-input', {}, own.map((field) => ({ field: field.key, code: 'field-in-entry', details: {} }))) : readGivenFields(ask, reader, ledger, set, { partial: true })
}

/** The name of a batch: what was done, at which journal number, by whom. */
export const batchOf = (act: string, number: number, person: number): string => `${act}-${number}-${person}`

/** In whose name rows are corrected. */
export const actorIn = (ledger: Ledger, ask: Ask<unknown>, states: readonly Fields[]) =>
  actorFor(ask.caller, (posts) => {
    const rights = rightsIn(ledger, { ...ask, caller: { ...ask.caller, posts: posts.map((post) => ({ ...post, deputyOf: null })) } })
    return states.every((fields) => rights.writes(fields))
  })

export const told = (code: RefusalCode, details: Readonly<Record<string, unknown>>) => ({ code, message: words(refusalMessage(code, details, 'zh'), refusalMessage(code, details, 'en')) })

/** Only the fields that change, as the caller may see them. */
export const changedOnly = (ledger: Ledger, rights: LedgerRights, { before, after }: { readonly before: Fields; readonly after: Fields }) => {
  const keys = ledger.fields.map((field) => field.key).filter((key) => (before[key] ?? null) !== (after[key] ?? null))
  const only = (fields: Fields) => {
    const shown = presentFields(ledger, rights, fields)
    return Object.fromEntries(keys.map((key) => [key, shown[key] ?? null]))
  }
  return { before: only(before), after: only(after) }
}

const changesOf = (revised: readonly Revised[]): readonly EntryChange[] => revised.flatMap(({ revision }) => (revision.does === 'correct' ? [revision.change] : []))

const presentRevised = (ledger: Ledger, rights: LedgerRights, { entry, revision }: Revised): RevisedOut => {
  if (revision.does === 'same') return { entry, does: 'same', code: null, message: null, fields: [], before: {}, after: {} }
  if (revision.does === 'correct') return { entry, does: 'correct', code: null, message: null, fields: [], ...changedOnly(ledger, rights, revision) }
  const { code, details, fields } = revision.refusal
  return { entry, does: 'refused', ...told(code, details), fields: (fields ?? []).map((each) => ({ field: each.field, ...told(each.code, each.details) })), before: {}, after: {} }
}
