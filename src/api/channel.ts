import { z } from 'zod'
import { channelKinds } from '../core/notice/channel.ts'
import { words } from '../core/words.ts'
import { Can, EntryNumber, OrgRef } from './parts.ts'
import { route } from './route.ts'

/** A group that is told of matters outside. Its address and secret are never told again; `ready` is false where they are not kept here or cannot be read any more. */
export const ChannelOut = z.object({
  id: z.number(),
  version: z.number(),
  name: z.string(),
  kind: z.enum(channelKinds),
  /** Language of what is sent there. */
  language: z.enum(['zh', 'en']),
  host: z.string(),
  orgs: z.array(OrgRef),
  open: z.boolean(),
  ready: z.boolean(),
  /** UTC instant at which something last reached it. */
  sentAt: z.string().nullable(),
  waiting: z.number(),
  failed: z.number(),
  problem: z.string().nullable(),
})
export type ChannelOut = z.infer<typeof ChannelOut>

export const listChannels = route({ verb: 'channel.list', method: 'GET', title: words('发送渠道', 'Channels'), input: z.object({}), output: z.object({ channels: z.array(ChannelOut), mail: z.boolean(), can: Can }) })

/** Enters a channel, or changes the one named, which the caller saw at version `saw`; without an address it keeps the one it has, and without a language too: at first Chinese. */
export const saveChannel = route({
  verb: 'channel.save',
  method: 'POST',
  title: words('保存发送渠道', 'Save a channel'),
  input: z.object({
    channel: EntryNumber.optional(),
    saw: z.number().int().optional(),
    name: z.string().trim().min(1).max(60),
    kind: z.enum(channelKinds),
    language: z.enum(['zh', 'en']).optional(),
    address: z.string().trim().min(1).max(1000).optional(),
    secret: z.string().trim().min(1).max(200).optional(),
    orgs: z.array(z.string().min(1).max(32)).max(100),
    open: z.boolean(),
  }),
  output: z.object({ id: z.number(), journal: z.number() }),
})

/** Takes a channel away, with its address and secret. */
export const voidChannel = route({ verb: 'channel.void', method: 'POST', title: words('删除发送渠道', 'Remove a channel'), input: z.object({ channel: EntryNumber, saw: z.number().int() }), output: z.object({ id: z.number(), journal: z.number() }) })

/** Sends a message of trial now and tells how it went: `null`, or what was wrong. */
export const testChannel = route({ verb: 'channel.test', method: 'POST', title: words('发送测试消息', 'Send a message of trial'), input: z.object({ channel: EntryNumber }), output: z.object({ problem: z.string().nullable() }) })
