import type { Words } from '../core/words.ts'
import type { Day } from '../core/time/day.ts'
import type { MasterKey } from '../store/seal/master-key.ts'
import type { Town } from '../store/town.ts'
import type { Imports } from './importing/imports.ts'
import type { Live } from './live.ts'
import type { Mailer } from './notice/mailer.ts'
import type { Desk } from './notice/desk.ts'
import type { Metrics } from './metrics.ts'
import type { SignInLimits } from './sign-in.ts'

/** An account the sign-in page may show, in a demonstration only. */
export type DemoAccount = { readonly login: string; readonly password: string; readonly name: string; readonly title: Words }

/** What every request may reach: the town it serves, the town date, and how it is served. */
export type House = {
  readonly town: Town
  /** The day business rules use; locks, sessions and the journal use the real clock. */
  readonly today: () => Day
  /** Present when the town's rows are a demonstration. */
  readonly demo: { readonly accounts: readonly DemoAccount[] } | undefined
  /** Key of sealed fields; without it none can be written. */
  readonly master: MasterKey | undefined
  /** Cookies go over TLS only. */
  readonly secure: boolean
  readonly metrics: Metrics
  readonly limits: SignInLimits
  /** Workbooks being read and written into ledgers. */
  readonly imports: Imports
  /** Who has a report open, and what tells them that it changed. */
  readonly live: Live
  /** Who has the app open, and what tells them what concerns them. */
  readonly desk: Desk
  /** Sends mail; undefined where the installation was given nowhere to send it. */
  readonly mailer: Mailer | undefined
  /** What messages to channels may reach, and the address their links begin with. */
  readonly outside: { readonly plain: boolean; readonly link: string }
}
