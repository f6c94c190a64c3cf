import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Where the built app lies in this installation. */
export const builtWeb = join(import.meta.dirname, '..', '..', 'dist', 'web')

/**
 * Serves the built app. Files under assets/ carry their hash in their name and never change; the page itself
 * is asked for anew each time, and stands in for every address of the app.
 */
export const serveWeb = async (app: FastifyInstance, root = builtWeb): Promise<(request: FastifyRequest, reply: FastifyReply) => unknown> => {
  if (!existsSync(join(root, 'index.html'))) return (_, reply) => reply.code(404).type('text/plain; charset=utf-8').send('尚未构建界面，请先执行 npm run build。 The app is not built yet; run npm run build.')
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  return (_, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
}
