import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, OrgRef, PersonRef, Words } from './parts.ts'
import { route } from './route.ts'

export const TownInfo = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  /** True when the town's rows are a demonstration: every screen and document says so. */
  demo: z.boolean(),
  /** The day business rules use; the demonstration sets it. */
  today: DayText,
})

/** Where setting the town up stands; a town that was not set up by steps is done. */
export const SetupStateText = z.enum(['unclaimed', 'open', 'done'])

export const Session = z.object({
  person: PersonRef,
  posts: z.array(z.object({ role: z.string(), title: Words, org: OrgRef })),
  town: TownInfo,
  /** Sent back in the header `x-csrf-token` with every writing call. */
  token: z.string(),
  /** The password must be changed before anything else may be done. */
  mustChange: z.boolean(),
  can: z.record(z.string(), z.boolean()),
  setup: SetupStateText,
})
export type Session = z.infer<typeof Session>

export const createSession = route({
  verb: 'session.create',
  method: 'POST',
  title: words('登录', 'Sign in'),
  open: true,
  input: z.object({ login: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
  output: Session,
})

export const readSession = route({ verb: 'session.read', method: 'GET', title: words('当前会话', 'Current session'), input: z.object({}), output: Session })

export const endSession = route({ verb: 'session.end', method: 'POST', title: words('退出', 'Sign out'), input: z.object({}), output: z.object({ ended: z.literal(true) }) })

export const changePassword = route({
  verb: 'session.password',
  method: 'POST',
  title: words('修改密码', 'Change the password'),
  input: z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
  output: z.object({ changed: z.literal(true) }),
})

/** What the sign-in page may know before anyone is signed in; demonstration accounts only in a demonstration. */
export const readTown = route({
  verb: 'town.read',
  method: 'GET',
  title: words('本镇', 'This town'),
  open: true,
  input: z.object({}),
  output: z.object({ town: TownInfo, setup: SetupStateText, accounts: z.array(z.object({ login: z.string(), password: z.string(), name: z.string(), title: Words })) }),
})
