import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { entryRoutes } from '../api/entry.ts'
import { changePassword, createSession, endSession, readSession, readTown } from '../api/session.ts'
import type { Route } from '../api/route.ts'
import { mayUse } from '../core/access/policy.ts'
import { isNothing } from '../core/access/predicate.ts'
import type { Ledger } from '../core/ledger/ledger.ts'
import { findSession } from '../store/sessions.ts'
import type { Schema } from './field-schema.ts'
import { fieldsSchema } from './field-schema.ts'
import type { House } from './house.ts'
import type { Caller } from './posts.ts'
import { readPerson } from '../store/people.ts'
import { openLedgers } from './routes/ledger.ts'
import { bookRoutes } from './routes/verbs.ts'
import { claimedSession, cookieName } from './session-cookie.ts'

/**
 * The API as one caller may use it, in OpenAPI 3.1: the calls her posts allow, and of the ledgers only those
 * she may read, with their fields as declared. Without a session: what the sign-in page needs.
 */
export const openApiRoute = (house: House) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { town } = house
  const id = claimedSession(request, house)
  const session = id === undefined ? undefined : await findSession(town.db.pool, town.schema, id)
  const caller = session === undefined ? undefined : await readPerson(town.db.pool, town.schema, session.person, house.today())
  const book = await town.book()
  const paths = caller === undefined ? [pathOf(createSession), pathOf(readTown)] : pathsFor(caller, openLedgers({ caller, book, today: house.today() }))
  return reply.header('cache-control', 'no-store').send({
    openapi: '3.1.0',
    info: { title: `镇务 Zhenwu · ${town.name}`, version: '1' },
    paths: Object.fromEntries(paths),
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName(house) } } },
  })
}

type Path = readonly [string, Schema]

const pathsFor = (caller: Caller, open: ReturnType<typeof openLedgers>): readonly Path[] => [
  ...[createSession, readSession, endSession, changePassword, readTown].map((route) => pathOf(route)),
  ...bookRoutes.filter((route) => mayUse(caller.posts, route.verb)).map((route) => pathOf(route)),
  ...open.flatMap(({ ledger, rights }) => ledgerPaths(ledger, !isNothing(rights.write))),
]

const ledgerPaths = (ledger: Ledger, writes: boolean): readonly Path[] => {
  const { list, read, create, correct, change, end, void: voided } = entryRoutes(ledger.key, ledger.title)
  const reading = [pathOf(list), pathOf(read)]
  if (!writes) return reading
  const lasting = ledger.shape === 'register' ? [pathOf(change, { set: fieldsSchema(ledger, true) }), pathOf(end)] : []
  return [...reading, pathOf(create, { fields: fieldsSchema(ledger, false) }), pathOf(correct, { set: fieldsSchema(ledger, true) }), ...lasting, pathOf(voided)]
}

/** One call; `concrete` puts the declared fields of a ledger where the route only knows that there are some. */
const pathOf = (route: Route, concrete: Readonly<Record<string, Schema>> = {}): Path => {
  const input = schemaOf(route.input, 'input')
  const properties = { ...(input['properties'] as Record<string, Schema> | undefined), ...concrete }
  const required = new Set((input['required'] as readonly string[] | undefined) ?? [])
  const asked =
    route.method === 'GET'
      ? { parameters: Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema })) }
      : { requestBody: { required: true, content: { 'application/json': { schema: { ...input, properties } } } }, parameters: route.open === true ? [] : [{ name: 'x-csrf-token', in: 'header', required: true, schema: { type: 'string' } }] }
  const operation = { operationId: route.verb, summary: `${route.title.zh} ${route.title.en}`, security: route.open === true ? [] : [{ session: [] }], ...asked, responses: answers(route) }
  return [`/api/${route.verb}`, { [route.method.toLowerCase()]: operation }]
}

const answers = (route: Route): Schema => ({
  200: { description: route.title.zh, content: route.output instanceof z.ZodCustom ? { 'application/octet-stream': {} } : { 'application/json': { schema: schemaOf(route.output, 'output') } } },
  default: { description: '拒绝或失败 refusal or failure', content: { 'application/json': { schema: failure } } },
})

const words: Schema = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } }, required: ['zh', 'en'] }
const failure: Schema = {
  type: 'object',
  properties: {
    error: { type: 'object', properties: { code: { type: 'string' }, message: words, details: { type: 'object' }, fields: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' }, message: words } } } }, required: ['code', 'message', 'details'] },
    requestId: { type: 'string' },
  },
  required: ['error', 'requestId'],
}

const known = new WeakMap<z.ZodType, Schema>()

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const found = known.get(schema)
  if (found !== undefined) return found
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  known.set(schema, made)
  return made
}
