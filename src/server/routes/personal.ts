import { findSealed, printList, revealField } from '../../api/personal.ts'
import type { PersonalRead } from '../../core/access/read-row.ts'
import { personalKeys } from '../../core/access/read-row.ts'
import { purposeText } from '../../core/access/purpose.ts'
import { revealProblem, revealSeconds, tooManyReveals } from '../../core/access/reveal.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { findField } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { listEntries } from '../../store/list-entries.ts'
import { countReveals, recordRead } from '../../store/reads.ts'
import { erasedAmong } from '../../store/seal/erase-key.ts'
import { blindIndex } from '../../store/seal/master-key.ts'
import { openSealed } from '../../store/seal/seal-fields.ts'
import type { Ask } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { actorOf } from '../posts.ts'
import { presentRow, sealedValues } from '../present-fields.ts'
import { fieldProblem } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'
import { loadEntry } from './entry-write.ts'
import { openLedgers } from './ledger.ts'

export const revealFieldEndpoint = endpoint({
  route: revealField,
  load: async (ask, reader) => {
    const { input, caller } = ask
    const ledger = openLedger(ask, input.ledger)
    if (isRefusal(ledger)) return ledger
    const entry = await loadEntry(ask, reader, ledger, input.entry)
    if (isRefusal(entry)) return entry
    const { fields } = lastSpan(entry)
    const problem = revealProblem({ posts: caller.posts, ledger, rights: rightsIn(ledger, ask), fields, field: input.field })
    return problem ?? { kept: String(fields[input.field]), sealed: findField(ledger, input.field)?.kind === 'sealed', value: '', number: 0 }
  },
  prepare: async (seen, ask) => {
    const { input, town, house, caller } = ask
    if (seen.sealed && house.master === undefined) return refuse('sealed-no-key')
    const value = seen.sealed && house.master !== undefined ? await openSealed(town.db.pool, town.schema, house.master, seen.kept) : seen.kept
    if (value === undefined) return refuse('sealed-erased')
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
    const read = await record(ask, { verb: 'entry.reveal', ledger: input.ledger, entry: input.entry, field: input.field, rows: null, purpose: purposeText(input.purpose, input.note) }, async (client) => tooManyReveals(await countReveals(client, town.schema, caller.person, hourAgo)))
    return isRefusal(read) ? read : { ...seen, value, number: read.number }
  },
  present: ({ value, number }) => ({ value, seconds: revealSeconds, number }),
})

/** Most rows an equal search answers; a value that more rows have is no person's. */
const mostFound = 50

export const findSealedEndpoint = endpoint({
  route: findSealed,
  load: async (ask, reader) => {
    const { input, town } = ask
    const ledger = openLedger(ask, input.ledger)
    if (isRefusal(ledger)) return ledger
    if (findField(ledger, input.field)?.kind !== 'sealed') return fieldProblem('field', 'not-sealed-field')
    const { master } = ask.house
    if (master === undefined) return refuse('sealed-no-key')
    const rights = rightsIn(ledger, ask)
    const blind = blindIndex(master, input.value)
    const listed = await listEntries(reader, town.schema, ledger, { where: { kind: 'is', field: input.field, value: blind }, right: rights.read, order: [], voided: false, offset: 0, limit: mostFound, sums: [] })
    return { ledger, rights, listed, erased: await erasedAmong(reader, town.schema, sealedValues(ledger, listed.rows)), number: 0 }
  },
  prepare: async (seen, ask) => {
    const { input } = ask
    const read = await record(ask, { verb: 'entry.find', ledger: input.ledger, entry: null, field: input.field, rows: seen.listed.rows.length, purpose: purposeText(input.purpose, input.note) })
    return isRefusal(read) ? read : { ...seen, number: read.number }
  },
  present: ({ ledger, rights, listed, erased, number }) => ({ rows: listed.rows.map((row) => presentRow(ledger, rights, row, erased)), number }),
})

export const printListEndpoint = endpoint({
  route: printList,
  load: async (ask) => {
    const ledger = openLedger(ask, ask.input.ledger)
    return isRefusal(ledger) ? ledger : { personal: personalKeys(ledger), number: null as number | null }
  },
  prepare: async (seen, ask) => {
    if (seen.personal.length === 0) return seen
    const read = await record(ask, { verb: 'entry.print', ledger: ask.input.ledger, entry: null, field: seen.personal.join(','), rows: ask.input.rows, purpose: '' })
    return isRefusal(read) ? read : { ...seen, number: read.number }
  },
  present: ({ number }) => ({ number }),
})

/** A ledger the caller may open; of the others she learns nothing. */
const openLedger = (ask: Ask<unknown>, key: string): Ledger | Refusal => openLedgers(ask).find(({ ledger }) => ledger.key === key)?.ledger ?? fieldProblem('ledger', 'not-found', { what: key })

/** Writes a read of personal data into its chain, in the caller's own name or the one she stands in for. */
export const record = (ask: Ask<unknown>, read: Omit<PersonalRead, 'person' | 'actingFor'>, allow?: Parameters<typeof recordRead>[4]): ReturnType<typeof recordRead> => {
  const { person, actingFor } = actorOf(ask.caller, read.verb)
  return recordRead(ask.town.db, ask.town.schema, { ...read, person, actingFor: actingFor ?? null }, new Date().toISOString(), allow)
}
