import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The session lives in one HttpOnly cookie that other sites never send; over TLS its name binds it to this host. */
const nameOf = (secure: boolean): string => (secure ? '__Host-zhenwu' : 'zhenwu')
const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure }) as const

/** A fresh session secret: the token for the cookie, and its SM3 digest (hex), which alone is stored. */
export const newToken = (): { readonly token: string; readonly id: string } => {
  const token = randomSecret()
  return { token, id: sessionIdOf(token) }
}

/** 256 random bits as URL-safe text. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

export const sessionIdOf = (token: string): string => createHash('sm3').update(token).digest('hex')

/** Id of the session a request claims; undefined without a well-formed cookie. */
export const claimedSession = (request: FastifyRequest, secure: boolean): string | undefined => {
  const token = request.cookies[nameOf(secure)]
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? sessionIdOf(token) : undefined
}

export const setSessionCookie = (reply: FastifyReply, token: string, secure: boolean): void => void reply.setCookie(nameOf(secure), token, attributes(secure))

export const clearSessionCookie = (reply: FastifyReply, secure: boolean): void => void reply.clearCookie(nameOf(secure), attributes(secure))
