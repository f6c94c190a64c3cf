import type { SettingKey } from '../../core/town-setting.ts'
import { settingOf } from '../../core/town-setting.ts'
import type { Quiet } from '../../core/notice/quiet.ts'
import { sendFrom } from '../../core/notice/quiet.ts'
import type { TownBook } from '../../store/book.ts'
import type { Channel } from '../../store/channels.ts'
import { findChannels } from '../../store/channels.ts'
import type { NewDelivery, Told } from '../../store/deliveries.ts'
import { findMails } from '../../store/mails.ts'
import type { Handle } from '../../store/sql.ts'
import { readSettings } from '../../store/town-settings.ts'

/** Where messages go beside the screen: people who want mail, channels that are open, and from when on anything may be sent. */
export type Outside = { readonly mails: ReadonlyMap<number, string>; readonly channels: readonly Channel[]; readonly from: string }

/** The hours in which nothing is sent outside, as the town set them. */
export const readQuiet = async (handle: Handle, schema: string): Promise<Quiet> => {
  const set = new Map((await readSettings(handle, schema)).map(({ key, value }) => [key, value]))
  const valueOf = (key: SettingKey): number => set.get(key) ?? settingOf(key).from
  return { from: valueOf('quiet-from'), to: valueOf('quiet-to'), rest: valueOf('quiet-rest') === 1 }
}

/** Read once for all that is told in a turn. */
export const loadOutside = async (handle: Handle, schema: string, book: TownBook, now: string): Promise<Outside> => ({
  mails: await findMails(handle, schema),
  channels: (await findChannels(handle, schema, book)).filter(({ open }) => open),
  from: sendFrom(now, await readQuiet(handle, schema), book.calendar),
})

/** What goes outside because some people are told of a matter. */
export const mailsOf = (outside: Outside, people: readonly number[], about: Told): readonly NewDelivery[] => people.filter((person) => outside.mails.has(person)).map((target) => ({ kind: 'mail', target, about, from: outside.from }))

/** The channels that are told of the matters of an org. */
export const channelsOf = (outside: Outside, below: (org: string) => readonly string[], about: Told): readonly NewDelivery[] =>
  outside.channels.filter(({ orgs }) => orgs.length === 0 || orgs.some((org) => below(org).includes(about.org))).map(({ id }) => ({ kind: 'channel', target: id, about, from: outside.from }))
