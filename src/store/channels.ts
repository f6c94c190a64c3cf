import type { Channel as Kept, ChannelSecret } from '../core/notice/channel.ts'
import { channelLedger } from '../core/notice/channel.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { lastSpan } from '../core/ledger/entry.ts'
import type { TownBook } from './book.ts'
import type { SpanRow } from './entries.ts'
import { entriesOf } from './entries.ts'
import { decrypt, encrypt } from './seal/cipher.ts'
import type { MasterKey } from './seal/master-key.ts'
import type { Handle } from './sql.ts'
import { ledgerTable, rowsOf, sql, table } from './sql.ts'

export type Channel = Kept & { readonly id: number; readonly version: number }

/** The channels of a town, those that are closed among them, oldest first. */
export const findChannels = async (handle: Handle, schema: string, book: TownBook): Promise<readonly Channel[]> => {
  const ledger = book.declared.ledgers.get(channelLedger)
  if (ledger === undefined) return []
  return entriesOf(ledger, await rowsOf<SpanRow>(handle, sql`select * from ${table(schema, ledgerTable(channelLedger))} where not void order by id`)).map(channelOf)
}

const channelOf = (entry: Entry): Channel => {
  const { fields } = lastSpan(entry)
  return { id: entry.id, version: entry.version, name: String(fields['name']), kind: fields['kind'] as Channel['kind'], language: fields['language'] === 'en' ? 'en' : 'zh', host: String(fields['host']), orgs: typeof fields['orgs'] === 'string' ? fields['orgs'].split('|').filter((code) => code !== '') : [], open: fields['open'] === true }
}

/** Keeps the address and secret of a channel, sealed under the master key; what was kept before is gone. */
export const putSecret = async (handle: Handle, schema: string, master: MasterKey, channel: number, secret: ChannelSecret): Promise<void> => {
  const sealed = encrypt(master.wrapping, Buffer.from(JSON.stringify(secret)))
  await rowsOf(handle, sql`insert into ${table(schema, 'channel_secrets')} (channel, sealed) values (${channel}::bigint, ${sealed}::bytea) on conflict (channel) do update set sealed = excluded.sealed`)
}

/** The address and secret of a channel; undefined where none is kept, or another key sealed it. */
export const findSecret = async (handle: Handle, schema: string, master: MasterKey | undefined, channel: number): Promise<ChannelSecret | undefined> => {
  const [row] = await rowsOf<{ sealed: Buffer }>(handle, sql`select sealed from ${table(schema, 'channel_secrets')} where channel = ${channel}::bigint`)
  const plain = row === undefined || master === undefined ? undefined : decrypt(master.wrapping, row.sealed)
  return plain === undefined ? undefined : (JSON.parse(plain.toString('utf8')) as ChannelSecret)
}

export const dropSecret = async (handle: Handle, schema: string, channel: number): Promise<void> => {
  await rowsOf(handle, sql`delete from ${table(schema, 'channel_secrets')} where channel = ${channel}::bigint`)
}
