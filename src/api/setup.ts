import { z } from 'zod'
import { LedgerKey } from '../core/ledger/field.ts'
import { setupSteps } from '../core/setup/setup-step.ts'
import { words } from '../core/words.ts'
import { OrgCode } from './org.ts'
import { Words } from './parts.ts'
import { route } from './route.ts'
import { Session, SetupStateText } from './session.ts'

const Zh = z.string().trim().min(1).max(60)
const En = z.string().trim().max(120)
const Login = z.string().trim().toLowerCase().min(2).max(64).regex(/^[a-z0-9][a-z0-9._-]*$/)

/** The first account, made with the one-time password the terminal printed; it belongs to the town office. Answers as signing in does. */
export const claimSetup = route({
  verb: 'setup.claim',
  method: 'POST',
  title: words('建立首个账号', 'Make the first account'),
  open: true,
  input: z.object({ password: z.string().trim().min(1).max(64), name: z.string().trim().min(1).max(60), login: Login, next: z.string().min(1).max(200) }),
  output: Session,
})

export const SetupOrg = z.object({ code: z.string(), zh: z.string(), en: z.string(), kind: z.enum(['town', 'office', 'village', 'grid']), /** People, ledgers or entries name it, or it is the town itself: it stays. */ used: z.boolean() })
export type SetupOrg = z.infer<typeof SetupOrg>

export const SetupLedger = z.object({ key: z.string(), title: Words, about: Words, owner: z.string(), ownerName: Words, measures: z.number(), sensitive: z.boolean(), declared: z.boolean(), /** Offices its work needs and the town does not have, for which nobody stands in yet. */ lacks: z.array(z.object({ office: z.string(), name: Words })) })
export type SetupLedger = z.infer<typeof SetupLedger>

/** What a town is set up with so far, asked of its book. */
export const readSetup = route({
  verb: 'setup.read',
  method: 'GET',
  title: words('建镇', 'Setting the town up'),
  input: z.object({}),
  output: z.object({
    state: SetupStateText,
    step: z.enum(setupSteps),
    /** What the division data say of the town, and of what day they are; null where they do not know it. */
    place: z.object({ address: z.string(), day: z.string(), published: z.string(), villages: z.number() }).nullable(),
    orgs: z.array(SetupOrg),
    pack: Words,
    /** Offices of the pack that the town does not have. */
    offices: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
    lines: z.array(z.object({ key: z.string(), ledgers: z.array(SetupLedger) })),
    people: z.number(),
  }),
})

/** Orgs added, renamed or taken out before the town is set up. Without a code one is given; without an English name, its pinyin. */
export const saveSetupOrgs = route({
  verb: 'setup.orgs',
  method: 'POST',
  title: words('建镇：单位', 'Setting up: organisations'),
  input: z.object({
    add: z.array(z.object({ kind: z.enum(['office', 'village']), code: OrgCode.optional(), zh: Zh, en: En.optional() })).max(500),
    rename: z.array(z.object({ code: OrgCode, zh: Zh, en: En.optional() })).max(500),
    remove: z.array(OrgCode).max(500),
  }),
  output: z.object({ journal: z.number(), changes: z.number() }),
})

/** Ledgers of the pack taken into the town, with all measures that count them; `standIns` say who does the work of an office the town does not have. */
export const saveSetupLedgers = route({
  verb: 'setup.ledgers',
  method: 'POST',
  title: words('启用方案包台账', 'Take ledgers of the pack'),
  input: z.object({ ledgers: z.array(LedgerKey).min(1).max(200), standIns: z.array(z.object({ office: OrgCode, org: OrgCode })).max(100) }),
  output: z.object({ journal: z.number(), ledgers: z.number(), measures: z.number() }),
})

/** Keeps at which step the setting up stands, so that it goes on there in any browser; `done` ends it. */
export const moveSetup = route({
  verb: 'setup.move',
  method: 'POST',
  title: words('建镇：步骤', 'Setting up: steps'),
  input: z.object({ step: z.enum([...setupSteps, 'done']) }),
  output: z.object({ state: z.enum(['open', 'done']), step: z.enum(setupSteps) }),
})
