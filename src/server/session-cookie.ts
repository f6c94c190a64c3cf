import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The house a cookie is of. Browsers share cookies between the ports of a host, so each town names its own. */
type Of = { readonly secure: boolean; readonly town: { readonly code: string } }

/** The session lives in one HttpOnly cookie that other sites never send; over TLS its name binds it to this host. */
export const cookieName = ({ secure, town }: Of): string => `${secure ? '__Host-' : ''}zhenwu-${town.code}`
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
export const claimedSession = (request: FastifyRequest, of: Of): string | undefined => {
  const token = request.cookies[cookieName(of)]
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? sessionIdOf(token) : undefined
}

export const setSessionCookie = (reply: FastifyReply, token: string, of: Of): void => void reply.setCookie(cookieName(of), token, attributes(of.secure))

export const clearSessionCookie = (reply: FastifyReply, of: Of): void => void reply.clearCookie(cookieName(of), attributes(of.secure))
