import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isRefusal, refuse } from '../core/refusal/refusal.ts'
import { findSession } from '../store/sessions.ts'
import type { Bytes, Streamed } from './call.ts'
import type { House } from './house.ts'
import { refusalBody, statusOf } from './http-refusals.ts'
import { endpoints, findLedgerEndpoint } from './routes/all.ts'
import { originProblem, tokenProblem } from './same-site.ts'
import { claimedSession } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The verb as it is counted and logged; never one a caller made up. */
    verb: string
  }
}

/**
 * Answers `/api/<verb>`: checks where the call comes from and who makes it before it looks for the endpoint,
 * so that no answer tells whether a ledger exists; then runs it and writes what it answered.
 */
export const dispatch = (house: House, verb?: string) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const answer = await run(house, verb ?? (request.params as { readonly verb: string }).verb, request, reply)
  if (reply.sent) return reply
  if (isRefusal(answer)) return reply.code(statusOf(answer)).send(refusalBody(answer, request.id))
  if (!isBytes(answer) && !isStreamed(answer)) return reply.send(answer)
  reply.header('content-type', answer.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
  if (isBytes(answer)) return reply.send(Buffer.from(answer.bytes))
  reply.raw.setTimeout(longestStall, () => void reply.raw.destroy())
  return reply.send(Readable.from(answer.stream, { objectMode: false }))
}

/** Whoever takes nothing of a long file for so many milliseconds is cut off: the file holds a connection of the database. */
const longestStall = 120_000

/** Turns away a call that is not signed in before its body is read: for calls whose body may be large. */
export const signedInFirst = (house: House, verb: string) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  request.verb = verb
  if ((await sessionOf(house, request)) !== undefined) return undefined
  const refusal = refuse('not-signed-in')
  return reply.code(statusOf(refusal)).send(refusalBody(refusal, request.id))
}

const run = async (house: House, verb: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const known = endpoints.get(verb)
  if (known !== undefined) request.verb = verb
  const writes = request.method === 'POST'
  const foreign = writes ? originProblem(request) : undefined
  if (foreign !== undefined) return foreign
  const session = await sessionOf(house, request)
  if (known?.route.open === true) return known.route.method === request.method ? known.run({ house, request, reply, session }) : refuse('not-found', { what: verb })
  if (session === undefined) return refuse('not-signed-in')
  const stale = writes ? tokenProblem(request, session.csrf) : undefined
  if (stale !== undefined) return stale
  if (session.mustChange && !verb.startsWith('session.')) return refuse('password-must-change')
  const endpoint = known ?? (await findLedgerEndpoint(house, verb))
  if (endpoint === undefined || endpoint.route.method !== request.method) return refuse('not-found', { what: verb })
  if (known === undefined) request.verb = `entry.${verb.slice(verb.lastIndexOf('.') + 1)}`
  return endpoint.run({ house, request, reply, session })
}

const sessionOf = async (house: House, request: FastifyRequest) => {
  const id = claimedSession(request, house)
  return id === undefined ? undefined : findSession(house.town.db.pool, house.town.schema, id)
}

const isStreamed = (answer: unknown): answer is Streamed => typeof answer === 'object' && answer !== null && 'stream' in answer && typeof answer.stream === 'object' && answer.stream !== null && Symbol.asyncIterator in answer.stream

const isBytes = (answer: unknown): answer is Bytes => typeof answer === 'object' && answer !== null && 'bytes' in answer && answer.bytes instanceof Uint8Array
