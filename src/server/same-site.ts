import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../core/refusal/refusal.ts'
import { refuse } from '../core/refusal/refusal.ts'

/**
 * Defence against requests another site makes in the user's name: a writing call that says where it comes
 * from must come from here, and with a session it carries that session's token.
 */
export const originProblem = (request: FastifyRequest): Refusal | undefined => {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return refuse('bad-token')
  return origin === undefined || origin === `${request.protocol}://${request.host}` ? undefined : refuse('bad-token')
}

export const tokenProblem = (request: FastifyRequest, csrf: string): Refusal | undefined => {
  const given = request.headers['x-csrf-token']
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(csrf)) ? undefined : refuse('bad-token')
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
