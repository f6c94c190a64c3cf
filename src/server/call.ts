import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Route } from '../api/route.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import type { StoredSession } from '../store/sessions.ts'
import type { House } from './house.ts'
import { readInput } from './read-input.ts'
import { isRefusal } from '../core/refusal/refusal.ts'

/** A call that has found its route: signed in when the route asks for it. */
export type Call = { readonly house: House; readonly request: FastifyRequest; readonly reply: FastifyReply; readonly session: StoredSession | undefined }

/** A file in answer to a call. */
export type Bytes = { readonly bytes: Uint8Array; readonly type: string; readonly name: string }

/** A file that is made while it is sent; it may be of any length. */
export type Streamed = { readonly stream: AsyncIterable<Uint8Array>; readonly type: string; readonly name: string }

/** One route with what answers it: a body by the route's output, a file, or a refusal. */
export type Endpoint = { readonly route: Route; readonly run: (call: Call) => Promise<unknown> }

/** Reads the input of a call by its route; where the body is a file, it stands in the address. */
export const inputOf = <Schema extends z.ZodType>(route: { readonly method: string; readonly input: Schema }, call: Call): z.output<Schema> | Refusal =>
  readInput(route.input, route.method === 'GET' || call.request.body instanceof Readable ? call.request.query : call.request.body)

/** An endpoint beside the book: signing in and out, what the sign-in page shows. */
export const plainEndpoint = <Input extends z.ZodType, Output extends z.ZodType>(it: {
  readonly route: Route<Input, Output>
  readonly answer: (input: z.output<Input>, call: Call) => Promise<z.input<Output> | Refusal>
}): Endpoint => ({
  route: it.route,
  run: async (call) => {
    const input = inputOf(it.route, call)
    return isRefusal(input) ? input : it.answer(input, call)
  },
})
