import type { FastifyReply } from 'fastify'
import type { ServerResponse } from 'node:http'

/** Turns the answer to a call into server-sent events: it stays open until the page is left, when what `join` answered is called. */
export const keepOpen = (reply: FastifyReply, join: (to: ServerResponse) => () => void): void => {
  reply.hijack()
  const { raw } = reply
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.write('retry: 2000\n\n')
  raw.on('close', join(raw))
}
