import { approveErasure, listErasures, proposeErasure, refuseErasure } from '../../api/personal.ts'
import type { ErasureOut } from '../../api/personal.ts'
import { decideErasure, erasureProblem } from '../../core/access/erasure.ts'
import { secondPersonProblem } from '../../core/access/second-person.ts'
import { lastSpan } from '../../core/ledger/entry.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { findField } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { findEntries } from '../../store/entries.ts'
import type { Erasure } from '../../store/erasures.ts'
import { findErasures } from '../../store/erasures.ts'
import { namesOf } from '../../store/people.ts'
import { destroyKey, erasedAmong, keyIdOf } from '../../store/seal/erase-key.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { rightsIn } from './entry-read.ts'
import { loadEntry } from './entry-write.ts'
import { openLedgers } from './ledger.ts'

export const proposeErasureEndpoint = endpoint({
  route: proposeErasure,
  load: async (ask, reader) => {
    const { input, town } = ask
    const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
    if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const entry = await loadEntry(ask, reader, ledger, input.entry)
    if (isRefusal(entry)) return entry
    const { fields } = lastSpan(entry)
    const problem = erasureProblem(ledger, rightsIn(ledger, ask), fields, input.field)
    if (problem !== undefined) return problem
    const sealed = String(fields[input.field])
    if ((await erasedAmong(reader, town.schema, [sealed])).size > 0) return refuse('sealed-erased')
    if ((await findErasures(reader, town.schema, { openKey: keyIdOf(sealed) })).length > 0) return refuse('erasure-open')
    return { ledger, org: String(fields[ledger.orgField]), keyId: keyIdOf(sealed) }
  },
  decide: ({ ledger, org, keyId }, { input, caller, today }) => ({
    reason: input.reason,
    changes: [{
      act: 'create', verb: proposeErasure.verb, ledger: 'erasure',
      spans: [{ from: null, to: null, fields: { ledger: ledger.key, entry: String(input.entry), field: input.field, key_id: keyId, org, day: today, reason: input.reason, proposer: String(caller.person), state: 'proposed' } }],
    }],
  }),
  present: (_, __, done) => done,
})

/** The second person's yes destroys the key once the journal has it. One that stopped between the two is finished by asking again. */
export const approveErasureEndpoint = endpoint({
  route: approveErasure,
  load: (ask, reader) => loadErasure(ask, reader, approveErasure.verb),
  decide: ({ erasure }, { input, caller }) => ({ reason: erasure.reason, changes: erasure.state === 'approved' ? [] : [decideErasure(erasure, input.saw, 'approved', caller.person)] }),
  present: async ({ erasure }, { town }, { journal }) => {
    await destroyKey(town.db.pool, town.schema, erasure.keyId)
    return { id: erasure.id, journal }
  },
})

export const refuseErasureEndpoint = endpoint({
  route: refuseErasure,
  load: async (ask, reader) => {
    const seen = await loadErasure(ask, reader, refuseErasure.verb)
    return !isRefusal(seen) && seen.erasure.state === 'approved' ? refuse('already-decided') : seen
  },
  decide: ({ erasure }, { input, caller }) => ({ reason: input.reason, changes: [decideErasure(erasure, input.saw, 'refused', caller.person)] }),
  present: ({ erasure }, _, { journal }) => ({ id: erasure.id, journal }),
})

export const listErasuresEndpoint = endpoint({
  route: listErasures,
  load: async (ask, reader) => {
    const erasures = await findErasures(reader, ask.town.schema)
    const seen = (await Promise.all(erasures.map(async (erasure) => ({ erasure, entry: await targetOf(erasure, ask, reader) })))).flatMap(({ erasure, entry }) => (entry === undefined ? [] : [{ erasure, entry }]))
    return { seen, nameOf: await namesOf(reader, ask.town.schema, seen.flatMap(({ erasure }) => [erasure.proposer, erasure.decider])) }
  },
  present: ({ seen, nameOf }, ask) => ({ erasures: seen.map(({ erasure, entry }) => presentErasure(erasure, entry, ask, nameOf)) }),
})

/** The row an erasure is about, where the caller may read it. */
const targetOf = async (erasure: Erasure, ask: Ask<unknown>, reader: Reader): Promise<Entry | undefined> => {
  const ledger = ask.book.declared.ledgers.get(erasure.ledger)
  const entry = ledger === undefined ? undefined : (await findEntries(reader, ask.town.schema, ledger, [erasure.target])).get(erasure.target)
  return ledger !== undefined && entry !== undefined && rightsIn(ledger, ask).reads(lastSpan(entry).fields) ? entry : undefined
}

/** Why the caller may not decide; she is a colleague who writes the row, or the town office, and never the one who asked. */
const decidingProblem = (erasure: Erasure, entry: Entry, ask: Ask<unknown>, verb: string): Refusal | undefined => {
  const ledger = ask.book.declared.ledgers.get(erasure.ledger)
  return ledger === undefined ? refuse('not-found', { what: `#${erasure.id}` }) : secondPersonProblem(ask.caller.posts, ask.caller.person, erasure.proposer, rightsIn(ledger, ask), lastSpan(entry).fields, verb)
}

const loadErasure = async (ask: Ask<{ readonly entry: number }>, reader: Reader, verb: string): Promise<{ readonly erasure: Erasure } | Refusal> => {
  const [erasure] = await findErasures(reader, ask.town.schema, { id: ask.input.entry })
  const entry = erasure === undefined ? undefined : await targetOf(erasure, ask, reader)
  if (erasure === undefined || entry === undefined) return refuse('not-found', { what: `#${ask.input.entry}` })
  if (erasure.state === 'refused') return refuse('already-decided')
  return decidingProblem(erasure, entry, ask, verb) ?? { erasure }
}

const presentErasure = (erasure: Erasure, entry: Entry, ask: Ask<unknown>, nameOf: (person: number) => string): ErasureOut => {
  const ledger = ask.book.declared.ledgers.get(erasure.ledger)
  const decides = erasure.state === 'proposed' && decidingProblem(erasure, entry, ask, approveErasure.verb) === undefined
  const title = ledger === undefined ? undefined : findField(ledger, erasure.field)?.title
  return {
    entry: erasure.id,
    version: erasure.version,
    ledger: erasure.ledger,
    ledgerTitle: ledger?.title ?? words(erasure.ledger, erasure.ledger),
    target: erasure.target,
    field: title ?? words(erasure.field, erasure.field),
    reason: erasure.reason,
    proposer: nameOf(erasure.proposer),
    state: erasure.state,
    decider: erasure.decider === null ? null : nameOf(erasure.decider),
    day: erasure.day,
    can: { approve: decides, refuse: decides },
  }
}
