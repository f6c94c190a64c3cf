import type { FastifyInstance } from 'fastify'
import { readHead } from '../store/book.ts'
import type { House } from './house.ts'

/**
 * What whoever runs the machine asks: is the process alive, can it serve, how is it doing. Measurements are
 * told to this machine only; a proxy must not pass /metrics on.
 */
export const serveProbes = (app: FastifyInstance, house: House): void => {
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ ok: true }))

  app.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      const { number } = await readHead(house.town.db.pool, house.town.schema)
      return await reply.send({ ok: true, head: number })
    } catch (problem) {
      request.log.error({ err: problem }, 'not ready')
      return reply.code(503).send({ ok: false })
    }
  })

  app.get('/metrics', async (request, reply) => {
    if (!loopback.has(request.ip) || request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined) return reply.code(404).send({ ok: false })
    const { metrics, town } = house
    const { number } = await readHead(town.db.pool, town.schema)
    metrics.head(number)
    metrics.waiting(town.waiting())
    return reply.header('cache-control', 'no-store').type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
