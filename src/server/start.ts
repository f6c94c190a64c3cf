import type { AddressInfo } from 'node:net'
import type { Day } from '../core/time/day.ts'
import { townDay } from '../core/time/instant.ts'
import { errorCode } from '../store/store-unavailable.ts'
import type { MasterKey } from '../store/seal/master-key.ts'
import type { Town } from '../store/town.ts'
import { buildApp } from './app.ts'
import type { DemoAccount, House } from './house.ts'
import type { Metrics } from './metrics.ts'
import { openImports } from './importing/imports.ts'
import { openLive } from './live.ts'
import { openDesk } from './notice/desk.ts'
import { openMailer } from './notice/mailer.ts'
import { openNoticeUpkeep } from './notice/notice-upkeep.ts'
import { createMetrics } from './metrics.ts'
import { ServerUnavailable } from './server-unavailable.ts'
import { createLimits } from './sign-in.ts'
import { openMatterUpkeep } from './matter/matter-upkeep.ts'
import { openUploadUpkeep } from './upload-upkeep.ts'

/** How a town is served. */
export type ServeOptions = {
  readonly town: Town
  /** 0 takes any free port. */
  readonly port: number
  /** Address to listen on. Unless said: this machine only, or all of it when there is TLS. */
  readonly host?: string
  /** Certificate chain and private key, PEM. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer }
  /** A proxy in front ends TLS and says so in X-Forwarded-*. */
  readonly behindProxy?: boolean
  /** A fixed town date, for the demonstration; the real day of the town otherwise. */
  readonly today?: Day
  readonly demo?: { readonly accounts: readonly DemoAccount[] }
  /** Key of sealed fields (`openMasterKey`); without it none can be written. */
  readonly master?: MasterKey
  /** Level of the structured log on standard error; unless said, every call, but on a terminal only what went wrong. */
  readonly log?: 'silent' | 'warn' | 'info'
  /** The counters already given to `openTown` as `told`. */
  readonly metrics?: Metrics
  /** Mail server for reminders, as `smtps://name:password@host?from=address`; without it no mail is sent. */
  readonly smtp?: string
  /** Address at which people reach the app: links in messages begin with it. */
  readonly link?: string
  /** Lets channels be on this machine or in a net of one's own, and without TLS. */
  readonly insideChannels?: boolean
  /** Directory of the built app; dist/web of this installation unless said. */
  readonly web?: string
}

export type Serving = { readonly url: string; readonly close: () => Promise<void> }

/**
 * Serves a town over HTTP or HTTPS. `close` stops taking requests and answers those under way; the town and the
 * database stay open for whoever opened them. Throws `ServerUnavailable` when it cannot listen.
 */
export const startServer = async (options: ServeOptions): Promise<Serving> => {
  const { town, port, tls, behindProxy = false, today, demo, master, web } = options
  const log = options.log ?? (process.stderr.isTTY ? 'warn' : 'info')
  const secure = tls !== undefined || behindProxy
  const townDate = (): Day => today ?? townDay(new Date().toISOString())
  const house: House = {
    town, today: townDate, demo, master, secure, metrics: options.metrics ?? createMetrics(), limits: createLimits(), live: openLive(town), imports: openImports(),
    desk: openDesk(town, townDate), mailer: options.smtp === undefined ? undefined : openMailer(options.smtp), outside: { plain: options.insideChannels === true, link: options.link ?? `${tls === undefined ? 'http' : 'https'}://localhost:${port}` },
  }
  try {
    const app = await buildApp({ house, tls, behindProxy, log, ...(web === undefined ? {} : { web }) })
    await app.listen({ port, host: options.host ?? (tls === undefined ? 'localhost' : '::') })
    const { port: taken } = app.server.address() as AddressInfo
    const failed = (problem: unknown): void => app.log.error(problem)
    const upkeep = [openUploadUpkeep(town, failed), openMatterUpkeep(town, house.today, failed), openNoticeUpkeep(house, failed)]
    return {
      url: `${tls === undefined ? 'http' : 'https'}://localhost:${taken}`,
      close: async () => {
        await app.close()
        for (const each of upkeep) await each.close()
        house.mailer?.close()
      },
    }
  } catch (problem) {
    throw unavailable(problem, port)
  }
}

const unavailable = (problem: unknown, port: number): unknown => {
  const code = errorCode(problem)
  if (code === 'EADDRINUSE') return new ServerUnavailable('port-busy', String(port), problem)
  if (code === 'EACCES') return new ServerUnavailable('port-forbidden', String(port), problem)
  if (code?.startsWith('ERR_OSSL') === true || code === 'ERR_SSL_EE_KEY_TOO_SMALL') return new ServerUnavailable('tls-unreadable', code, problem)
  return problem
}
