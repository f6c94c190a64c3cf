import { listChannels, saveChannel, testChannel, voidChannel } from '../../api/channel.ts'
import { mayUse } from '../../core/access/policy.ts'
import type { Change } from '../../core/ledger/change.ts'
import { addressProblem, channelLedger, hostOf } from '../../core/notice/channel.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { dropSecret, findChannels, findSecret, putSecret } from '../../store/channels.ts'
import { deliveryStandings } from '../../store/deliveries.ts'
import type { Endpoint } from '../call.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { townIn } from '../notice/outside-words.ts'
import { tryChannel } from '../notice/try-channel.ts'
import { orgRef } from '../org-ref.ts'
import { fieldProblem } from '../read-scope.ts'

export const listChannelsEndpoint = endpoint({
  route: listChannels,
  load: async ({ town, book, house }, reader) => {
    const channels = await findChannels(reader, town.schema, book)
    const ready = new Set<number>()
    for (const { id } of channels) if ((await findSecret(reader, town.schema, house.master, id)) !== undefined) ready.add(id)
    return { channels, ready, standings: new Map((await deliveryStandings(reader, town.schema, 'channel')).map((each) => [each.target, each])) }
  },
  present: ({ channels, ready, standings }, { book, today, caller, house }) => ({
    channels: channels.map(({ orgs, ...channel }) => {
      const { sentAt = null, waiting = 0, failed = 0, problem = null } = standings.get(channel.id) ?? {}
      return { ...channel, orgs: orgs.map((code) => orgRef(book.treeAt(today), code)), ready: ready.has(channel.id), sentAt, waiting, failed, problem }
    }),
    mail: house.mailer !== undefined,
    can: { save: mayUse(caller.posts, saveChannel.verb) },
  }),
})

/** The channel a call names; one that was taken away is not there. */
const named = async ({ town, book, input }: Ask<{ readonly channel: number }>, reader: Reader) => {
  const channel = (await findChannels(reader, town.schema, book)).find(({ id }) => id === input.channel)
  return channel ?? fieldProblem('channel', 'not-found', { what: `#${input.channel}` })
}

const saving = endpoint({
  route: saveChannel,
  load: async (ask, reader) => {
    const { input, town, house, book, today } = ask
    if (house.master === undefined) return refuse('sealed-no-key')
    const before = input.channel === undefined ? undefined : await named({ ...ask, input: { channel: input.channel } }, reader)
    if (isRefusal(before)) return before
    if (before === undefined && input.address === undefined) return fieldProblem('address', 'field-required', {})
    if (before !== undefined && input.saw === undefined) return fieldProblem('saw', 'field-required', {})
    const problem = input.address === undefined ? undefined : addressProblem(input.address, house.outside.plain)
    if (problem !== undefined) return fieldProblem('address', problem, {})
    const strange = input.orgs.find((code) => !book.treeAt(today).orgs.has(code))
    if (strange !== undefined) return fieldProblem('orgs', 'not-org', { value: strange })
    const kept = before === undefined ? undefined : await findSecret(reader, town.schema, house.master, before.id)
    if (input.address === undefined && kept === undefined) return fieldProblem('address', 'field-required', {})
    return { before, secret: { address: input.address ?? kept?.address ?? '', secret: input.secret ?? (input.address === undefined ? (kept?.secret ?? null) : null) } }
  },
  decide: ({ before, secret }, { input, book, today }) => {
    const fields = { name: input.name, kind: input.kind, language: input.language ?? before?.language ?? 'zh', host: hostOf(secret.address), orgs: input.orgs.length === 0 ? null : `|${input.orgs.join('|')}|`, open: input.open }
    const change: Change =
      before === undefined
        ? { act: 'create', verb: saveChannel.verb, ledger: channelLedger, spans: [{ from: null, to: null, fields: { ...fields, org: book.treeAt(today).root, day: today } }] }
        : { act: 'correct', verb: saveChannel.verb, ledger: channelLedger, entry: before.id, saw: input.saw ?? 0, set: { ...fields, day: today } }
    return { changes: [change] }
  },
  present: async ({ before, secret }, { town, house }, { id, journal }) => {
    const channel = before?.id ?? id
    if (house.master !== undefined) await putSecret(town.db.pool, town.schema, house.master, channel, secret)
    return { id: channel, journal }
  },
})
export const saveChannelEndpoint: Endpoint = saving

export const voidChannelEndpoint = endpoint({
  route: voidChannel,
  load: async (ask, reader) => {
    const channel = await named(ask, reader)
    return isRefusal(channel) ? channel : { channel }
  },
  decide: (_, { input }) => ({ changes: [{ act: 'void', verb: voidChannel.verb, ledger: channelLedger, entry: input.channel, saw: input.saw }], reason: '不再使用' }),
  present: async ({ channel }, { town }, { journal }) => {
    await dropSecret(town.db.pool, town.schema, channel.id)
    return { id: channel.id, journal }
  },
})

export const testChannelEndpoint = endpoint({
  route: testChannel,
  load: async (ask, reader) => {
    const channel = await named(ask, reader)
    return isRefusal(channel) ? channel : { channel, problem: null as string | null }
  },
  prepare: async ({ channel }, { house, book, today }) => ({ channel, problem: await tryChannel(house, channel, townIn(book, today, house.town.name)[channel.language]) }),
  present: ({ problem }) => ({ problem }),
})
