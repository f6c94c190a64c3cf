import { randomUUID } from 'node:crypto'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastify, { LogController } from 'fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openDesign } from '../api/design.ts'
import { uploadFile } from '../api/file.ts'
import { openImport } from '../api/import.ts'
import { fillForm, mapForm, openForm } from '../api/form.ts'
import { createInstruction } from '../api/instruction.ts'
import { acceptSource, readSource } from '../api/source.ts'
import { createTemplate } from '../api/template.ts'
import { returnReport, takeReport } from '../api/word.ts'
import type { RefusalCode } from '../core/refusal/catalogue.ts'
import { refuse } from '../core/refusal/refusal.ts'
import { loggedError } from './logged-error.ts'
import { dispatch, signedInFirst } from './dispatch.ts'
import { permissionsPolicy, securityHeaders } from './headers.ts'
import type { House } from './house.ts'
import { largestFile } from './importing/receive-file.ts'
import { failureBody, refusalBody, statusOf } from './http-refusals.ts'
import { openApiRoute } from './openapi.ts'
import { serveProbes } from './probes.ts'
import { serveWeb } from './web-files.ts'

export type AppOptions = {
  readonly house: House
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer } | undefined
  /** Trusts the forwarding headers of the one proxy in front. */
  readonly behindProxy?: boolean
  /** Level of the structured log; silent unless said. */
  readonly log?: 'silent' | 'warn' | 'info'
  readonly web?: string
}

/** One megabyte: a form or a report, never an import. */
const bodyLimit = 1_048_576

/** A document of 20 MB in base64, with what was confirmed of it. */
const documentLimit = 40 * 1_048_576

/** The largest file a town may allow (50 MB) in base64, with its small copy. */
const uploadLimit = 70 * 1_048_576

/**
 * The HTTP face of one town. The log knows verbs, statuses, times and request ids, and nothing that a
 * person typed or is called.
 */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { house, tls, behindProxy = false, log = 'silent', web } = options
  const common = {
    logger: { level: log, stream: process.stderr, serializers: { req: () => ({}), res: () => ({}), err: loggedError } },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: behindProxy ? (_: string, hop: number) => hop === 0 : false,
    bodyLimit,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle' as const,
    frameworkErrors: (_: FastifyError, request: FastifyRequest, reply: FastifyReply) => void reply.code(404).send(refusalBody(refuse('not-found', { what: 'API' }), request.id)),
  }
  const app = tls === undefined ? fastify(common) : (fastify({ ...common, https: { cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' as const } }) as unknown as FastifyInstance)
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('verb', 'other')
  await app.register(fastifyHelmet, securityHeaders(house.secure))
  await app.register(fastifyCookie)
  await app.register(fastifyCompress, { threshold: 1024, globalDecompression: false })
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id).header('permissions-policy', permissionsPolicy))
  app.addHook('onResponse', async (request, reply) => told(house, request, reply))
  app.setErrorHandler((error: FastifyError, request, reply) => failed(error, request, reply))
  serveProbes(app, house)
  app.get('/api/openapi.json', openApiRoute(house))
  const answers = { method: ['GET', 'POST'], onSend: async (_: FastifyRequest, reply: FastifyReply) => void reply.header('cache-control', 'no-store') }
  app.route({ ...answers, url: '/api/:verb', handler: dispatch(house) })
  for (const verb of [readSource.verb, acceptSource.verb, returnReport.verb, takeReport.verb, createInstruction.verb, createTemplate.verb, openForm.verb, mapForm.verb, fillForm.verb]) app.route({ ...answers, url: `/api/${verb}`, bodyLimit: documentLimit, onRequest: signedInFirst(house, verb), handler: dispatch(house, verb) })
  await app.register(async (files) => {
    files.addContentTypeParser('application/octet-stream', (_: FastifyRequest, body: unknown, done: (problem: null, body: unknown) => void) => done(null, body))
    for (const { verb } of [openImport, openDesign]) files.route({ ...answers, method: 'POST', url: `/api/${verb}`, bodyLimit: largestFile * 1_048_576, onRequest: signedInFirst(house, verb), handler: dispatch(house, verb) })
  })
  app.route({ ...answers, url: `/api/${uploadFile.verb}`, bodyLimit: uploadLimit, onRequest: signedInFirst(house, uploadFile.verb), handler: dispatch(house, uploadFile.verb) })
  app.addHook('preClose', async () => {
    house.live.close()
    house.desk.close()
    await house.imports.close()
  })
  const page = await serveWeb(app, web)
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api') && !request.url.startsWith('/assets/')
    return wantsPage ? page(request, reply) : reply.code(404).send(refusalBody(refuse('not-found', { what: 'API' }), request.id))
  })
  return app
}

const told = (house: House, request: FastifyRequest, reply: FastifyReply): void => {
  house.metrics.answered(request.verb, reply.statusCode, reply.elapsedTime / 1000)
  if (request.verb !== 'other') request.log.info({ verb: request.verb, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
}

/** What the framework itself refuses, in our words; the rest is a failure that only the log may know. */
const expected: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'not-json',
}

const failed = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown => {
  const code = expected[error.code]
  if (code === undefined) {
    request.log.error({ err: error, verb: request.verb }, 'failed')
    return reply.code(500).send(failureBody(request.id))
  }
  const refusal = refuse(code)
  return reply.code(statusOf(refusal)).send(refusalBody(refusal, request.id))
}
