import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, EntryNumber, Whole, Words } from './parts.ts'
import { route } from './route.ts'

/** Something the caller is told of a matter. `title` is null where she may not read it any more. `mark` is `50`, `80`, `100` of a limit's time, or `overdue-1` and on. */
export const NoticeOut = z.object({
  id: z.string(),
  kind: z.enum(['waits', 'asked', 'called', 'moved', 'due', 'overdue']),
  ledger: z.string(),
  ledgerTitle: Words,
  entry: z.number(),
  title: z.string().nullable(),
  /** What was done, where the notice is of a step. */
  step: Words.nullable(),
  clock: Words.nullable(),
  mark: z.string().nullable(),
  due: DayText.nullable(),
  /** UTC instant. */
  madeAt: z.string(),
  read: z.boolean(),
})
export type NoticeOut = z.infer<typeof NoticeOut>

export const listNotices = route({
  verb: 'notice.list',
  method: 'GET',
  title: words('消息', 'Notices'),
  input: z.object({ limit: Whole.min(1).max(200).default(30) }),
  output: z.object({ rows: z.array(NoticeOut), unread: z.number() }),
})

/** Marks notices as read: those named, those of one matter, or all where neither is said. */
export const readNotices = route({
  verb: 'notice.read',
  method: 'POST',
  title: words('标为已读', 'Mark notices as read'),
  input: z.object({ ids: z.array(z.uuid()).max(200).optional(), of: z.object({ ledger: z.string().max(48), entry: EntryNumber }).optional() }),
  output: z.object({ unread: z.number() }),
})

/**
 * Server-sent events while the app is open: `data:` lines of JSON with how many notices are unread, and which matters the caller may read have changed. The first answer,
 * and each one after a change.
 */
export const watchNotices = route({ verb: 'notice.watch', method: 'GET', title: words('实时动态', 'Follow what changes'), input: z.object({}), output: z.object({ person: z.number(), session: z.string() }) })

/** Where the caller wants to be written to; `sends` is false where this installation sends no mail. */
export const readReach = route({ verb: 'notice.reach', method: 'GET', title: words('我的提醒邮箱', 'Where I am written to'), input: z.object({}), output: z.object({ mail: z.string().nullable(), sends: z.boolean() }) })

/** Sets or, with null, takes away the caller's own address for reminders. */
export const setReach = route({
  verb: 'notice.address',
  method: 'POST',
  title: words('设置提醒邮箱', 'Set where I am written to'),
  input: z.object({ mail: z.string().trim().max(200).regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/).nullable() }),
  output: z.object({ mail: z.string().nullable() }),
})
