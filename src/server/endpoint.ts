import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import type { z } from 'zod'
import type { Route } from '../api/route.ts'
import { mayUse } from '../core/access/policy.ts'
import type { Actor } from '../core/journal/row.ts'
import type { Change } from '../core/ledger/change.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import type { Day } from '../core/time/day.ts'
import type { TownBook } from '../store/book.ts'
import { findPerson } from '../store/people.ts'
import type { Town } from '../store/town.ts'
import type { Bytes, Call, Endpoint, Streamed } from './call.ts'
import { inputOf } from './call.ts'
import type { House } from './house.ts'
import type { Caller } from './posts.ts'
import { actorOf } from './posts.ts'

/** What a handler knows: the input, who asks, and the book as one snapshot of the database shows it. */
export type Ask<Input> = {
  readonly input: Input
  readonly caller: Caller
  readonly book: TownBook
  readonly town: Town
  readonly today: Day
  readonly house: House
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>
}

/** Reads on the snapshot. */
export type Reader = pg.PoolClient

/** What was decided, before the endpoint adds who acts. No change at all is a decision too: everything stands as it was asked for. */
export type Decision = { readonly changes: readonly Change[]; readonly reason?: string; readonly approvedBy?: number; readonly batch?: string; readonly by?: Actor }

/** What the writer answered: journal numbers, first to last, and the first entry touched. */
export type Done = { readonly id: number; readonly journal: number }

type Parts<Input extends z.ZodType, Output extends z.ZodType, Snapshot> = {
  readonly route: Route<Input, Output>
  /** Whether the caller's posts allow it; the route's own verb unless said. A refusal here tells nothing of what exists. */
  readonly permit?: (ask: Omit<Ask<unknown>, 'input'>) => Refusal | undefined
  readonly load: (ask: Ask<z.output<Input>>, reader: Reader) => Promise<Snapshot | Refusal>
  /** What must be written beside the book first (sealing); the snapshot is over by then. */
  readonly prepare?: (snapshot: Snapshot, ask: Ask<z.output<Input>>) => Promise<Snapshot | Refusal>
  /** Pure: the change, or why not. Left out where a call only reads. */
  readonly decide?: (snapshot: Snapshot, ask: Ask<z.output<Input>>) => Decision | Refusal
  /** Adds to a refusal of the writer what the caller needs to go on. */
  readonly explain?: (refusal: Refusal, snapshot: Snapshot, ask: Ask<z.output<Input>>) => Promise<Refusal>
  readonly present: (snapshot: Snapshot, ask: Ask<z.output<Input>>, done: Done) => z.input<Output> | Bytes | Streamed | Promise<z.input<Output> | Bytes | Streamed>
}

/**
 * The one life of a request on the book: who asks and whether she may, the input, a snapshot, a pure
 * decision, the writer's commit, and only then the answer.
 */
export const endpoint = <Input extends z.ZodType, Output extends z.ZodType, Snapshot>(it: Parts<Input, Output, Snapshot>): Endpoint => ({
  route: it.route,
  run: async (call) => {
    const seen = await look(it, call)
    if (isRefusal(seen)) return seen
    const { ask } = seen
    const snapshot = it.prepare === undefined ? seen.snapshot : await it.prepare(seen.snapshot, ask)
    if (isRefusal(snapshot)) return snapshot
    if (it.decide === undefined) return it.present(snapshot, ask, { id: 0, journal: ask.book.head })
    const decision = it.decide(snapshot, ask)
    if (isRefusal(decision)) return decision
    if (decision.changes.length === 0) return it.present(snapshot, ask, { id: 0, journal: ask.book.head })
    const outcome = await ask.town.commit({ ...decision, by: decision.by ?? actorOf(ask.caller, it.route.verb) })
    call.house.live.nudge()
    call.house.desk.nudge()
    if (isRefusal(outcome)) return it.explain === undefined ? outcome : it.explain(outcome, snapshot, ask)
    return it.present(snapshot, ask, { id: outcome.entries[0]?.id ?? 0, journal: outcome.numbers[0] ?? ask.book.head })
  },
})

/** Everything that happens on the snapshot. */
const look = async <Input extends z.ZodType, Output extends z.ZodType, Snapshot>(it: Parts<Input, Output, Snapshot>, call: Call): Promise<{ snapshot: Snapshot; ask: Ask<z.output<Input>> } | Refusal> => {
  const { house, session } = call
  const { town } = house
  if (session === undefined) return refuse('not-signed-in')
  return town.onBook(async (reader, book) => {
    const today = house.today()
    const caller = await findPerson(reader, town.schema, book.people, session.person, today)
    const base = { caller, book, town, today, house, log: call.request.log }
    const forbidden = it.permit === undefined ? verbProblem(caller, it.route.verb) : it.permit(base)
    if (forbidden !== undefined) return forbidden
    const input = inputOf(it.route, call)
    if (isRefusal(input)) return input
    const ask = { ...base, input }
    const snapshot = await it.load(ask, reader)
    return isRefusal(snapshot) ? snapshot : { snapshot, ask }
  })
}

/** Refuses a verb none of the caller's posts allows. */
export const verbProblem = (caller: Caller, verb: string): Refusal | undefined => (mayUse(caller.posts, verb) ? undefined : refuse('forbidden', { verb }))
