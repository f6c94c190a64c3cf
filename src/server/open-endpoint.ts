import type { z } from 'zod'
import type { Route } from '../api/route.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import type { TownBook } from '../store/book.ts'
import { bookAt } from '../store/book.ts'
import { onSnapshot } from '../store/snapshot.ts'
import type { Town } from '../store/town.ts'
import type { Endpoint } from './call.ts'
import { inputOf } from './call.ts'
import type { Reader } from './endpoint.ts'
import type { House } from './house.ts'

/** What a call without a caller knows. There are no posts to ask: what is presented is what anyone in the world may know. */
export type OpenAsk<Input> = { readonly input: Input; readonly book: TownBook; readonly town: Town; readonly house: House }

/** Reads the book for a stranger: no session is looked at, nothing is written, and one address may ask only so often. */
export const openEndpoint = <Input extends z.ZodType, Output extends z.ZodType, Snapshot>(it: {
  readonly route: Route<Input, Output>
  readonly load: (ask: OpenAsk<z.output<Input>>, reader: Reader) => Promise<Snapshot | Refusal>
  readonly present: (snapshot: Snapshot, ask: OpenAsk<z.output<Input>>) => z.input<Output>
}): Endpoint => ({
  route: it.route,
  run: async (call) => {
    const { house } = call
    const { town } = house
    if (!house.limits.byReader.take(call.request.ip, Date.now())) return refuse('too-many-requests')
    const input = inputOf(it.route, call)
    if (isRefusal(input)) return input
    const known = await town.book()
    return onSnapshot(town.db, async (reader) => {
      const book = await bookAt(reader, town.schema, known)
      const ask = { input, book, town, house }
      const snapshot = await it.load(ask, reader)
      return isRefusal(snapshot) ? snapshot : it.present(snapshot, ask)
    })
  },
})
