import { lookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { HookMessage } from './hook-message.ts'

/** How long a channel may take for the whole of its answer, in milliseconds. */
export const hookPatience = 5000

/** Bytes of an answer that are read: enough to say whether it was taken. */
const mostRead = 16_384

/** Addresses of this machine and of nets of one's own; a message must not reach what stands behind the wall with us. */
const inside = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [['::', 128], ['::1', 128], ['64:ff9b::', 96], ['100::', 64], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) inside.addSubnet(net, bits, 'ipv6')

/** Whether an address lies on this machine or in a net of one's own, an IPv4 address written as IPv6 among them. */
export const isInside = (address: string): boolean => (isIP(address) === 4 ? inside.check(address, 'ipv4') : inside.check(address, 'ipv6') || inside.check(address.replace(/^::ffff:/i, ''), isIP(address.replace(/^::ffff:/i, '')) === 4 ? 'ipv4' : 'ipv6'))

/** The host leads to where no message may go. */
export class HostRefused extends Error {
  readonly code = 'HOST_REFUSED'
}

/**
 * Posts a message and answers status and beginning of the body. It goes to public addresses only unless `plain`: the address a name stands for is judged as the connection is made, so that it cannot
 * become another in between. Redirects are not followed. Throws what went wrong, `HostRefused` among it, and ends after five seconds whatever happens.
 */
export const postHook = async ({ url, headers, body }: HookMessage, plain: boolean): Promise<{ readonly status: number; readonly body: string }> => {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  if (!plain && isIP(host) !== 0 && isInside(host)) throw new HostRefused(host)
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sending = request(target, { method: 'POST', agent: false, signal: AbortSignal.timeout(hookPatience), headers: { ...headers, 'content-length': Buffer.byteLength(body) }, ...(plain ? {} : { lookup: outsideOnly }) }, (answer) => {
      let text = ''
      const done = (): void => resolve({ status: answer.statusCode ?? 0, body: text })
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
        if (text.length < mostRead) return
        done()
        answer.destroy()
      })
      answer.on('end', done)
      answer.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

type Found = (problem: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

/** Looks a name up and refuses it where any of its addresses is inside. */
const outsideOnly = (host: string, options: LookupOptions, found: Found): void =>
  lookup(host, { ...options, all: true }, (problem, addresses) => {
    const [first] = addresses ?? []
    if (problem !== null || first === undefined) return found(problem ?? new HostRefused(host), '')
    if (addresses.some(({ address }) => isInside(address))) return found(new HostRefused(host), '')
    return options.all === true ? found(null, addresses) : found(null, first.address, first.family)
  })
