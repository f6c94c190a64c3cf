import type { RefusalCode } from '../core/refusal/catalogue.ts'
import { refusalMessage } from '../core/refusal/catalogue.ts'
import type { Refusal } from '../core/refusal/refusal.ts'
import { words } from '../core/words.ts'
import type { Lang, Words } from '../core/words.ts'
import { bookRoutes } from './routes/verbs.ts'

/** The one place that knows what a refusal is in HTTP. A rule of the town that says no is 422 unless named here. */
const statuses: Partial<Record<RefusalCode, number>> = {
  'bad-input': 400,
  'not-json': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  forbidden: 403,
  'bad-token': 403,
  'own-post': 403,
  'password-must-change': 403,
  'not-found': 404,
  'town-unknown': 404,
  'journal-number-unknown': 404,
  'report-changed': 409,
  'report-state': 409,
  'report-frozen': 409,
  'report-exists': 409,
  'report-open': 409,
  'report-not-open': 409,
  'section-changed': 409,
  'thaw-not-asked': 409,
  'remark-withdrawn': 409,
  'proposal-decided': 409,
  'proposal-moved': 409,
  'proposal-conflict': 409,
  'matter-state': 409,
  'matter-asked-already': 409,
  'matter-nobody-asked': 409,
  'matter-listed': 409,
  'matter-merged': 409,
  'matter-not-left': 409,
  'matter-parts-open': 409,
  'matter-answers-open': 409,
  'matter-called-already': 409,
  'matter-moved-since': 409,
  'matter-settled': 409,
  'matter-not-listed': 409,
  'matter-same-hand': 403,
  'matter-step-unknown': 404,
  'not-a-matter': 404,
  'clock-not-running': 409,
  'clock-paused': 409,
  'clock-not-paused': 409,
  'no-supervision-ledger': 409,
  'stale-version': 409,
  'entry-void': 409,
  'not-unique': 409,
  'already-decided': 409,
  'login-taken': 409,
  'setup-claimed': 409,
  'setup-over': 409,
  'edition-exists': 409,
  'publication-exists': 409,
  'publication-withdrawn': 410,
  'batch-undone': 409,
  'book-moved': 409,
  'not-your-ledger': 403,
  'declaration-moved': 409,
  'notice-moved': 409,
  'ledger-busy': 409,
  'import-gone': 404,
  'import-state': 409,
  'form-not-ready': 409,
  'import-busy': 429,
  'import-too-large': 413,
  'entry-not-yet': 404,
  'erasure-open': 409,
  'sealed-erased': 410,
  'file-too-large': 413,
  'too-many-reveals': 429,
  'too-large': 413,
  'account-locked': 423,
  'account-stopped': 423,
  'too-many-requests': 429,
}

export const statusOf = (refusal: Refusal): number => statuses[refusal.code] ?? 422

export type ErrorBody = {
  readonly error: {
    readonly code: string
    readonly message: Words
    readonly details: Readonly<Record<string, unknown>>
    readonly fields?: readonly { readonly field: string; readonly code: string; readonly message: Words }[]
  }
  readonly requestId: string
}

/** What the client gets for a refusal: its code, its message in both languages, and the fields at fault. */
export const refusalBody = (refusal: Refusal, requestId: string): ErrorBody => ({
  error: {
    code: refusal.code,
    message: messageOf(refusal.code, refusal.details),
    details: refusal.details,
    ...(refusal.fields === undefined ? {} : { fields: refusal.fields.map((each) => ({ field: each.field, code: each.code, message: messageOf(each.code, each.details) })) }),
  },
  requestId,
})

/** What the client gets for a failure nobody expected: the request's id, which the log has too, and nothing else. */
export const failureBody = (requestId: string): ErrorBody => ({
  error: { code: 'internal', message: words(`系统出错，请把编号 ${requestId} 告诉管理员。`, `Something failed on our side; give the administrator the number ${requestId}.`), details: {} },
  requestId,
})

const messageOf = (code: RefusalCode, details: Readonly<Record<string, unknown>>): Words => words(refusalMessage(code, told(details, 'zh'), 'zh'), refusalMessage(code, told(details, 'en'), 'en'))

/** Details as a message tells them: a step by its title, where it has one. */
const told = (details: Readonly<Record<string, unknown>>, lang: Lang): Readonly<Record<string, unknown>> => {
  const title = titles.get(String(details['verb']))
  return title === undefined ? details : { ...details, verb: title[lang] }
}

const titles: ReadonlyMap<string, Words> = new Map(bookRoutes.map(({ verb, title }) => [verb, title]))
