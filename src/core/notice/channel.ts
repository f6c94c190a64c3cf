import type { Lang } from '../words.ts'

/** Key of the ledger of channels. */
export const channelLedger = 'zhenwu-channel'

/** Group robots whose form is known, and anything that takes signed JSON. */
export const channelKinds = ['dingtalk', 'wecom', 'signed'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** A group that is told of matters: of some orgs and those below them, or of all where none is named. Its address and secret are kept beside the book. */
export type Channel = { readonly name: string; readonly kind: ChannelKind; readonly language: Lang; readonly host: string; readonly orgs: readonly string[]; readonly open: boolean }

/** Where a channel is reached, and what its messages are signed with; the robot of WeCom carries its key in the address. */
export type ChannelSecret = { readonly address: string; readonly secret: string | null }

/** Why an address cannot be a channel's: only https, and no name or password in it; `plain` lets http through too, to a host of one's own. */
export const addressProblem = (address: string, plain: boolean): 'channel-not-https' | undefined => {
  const found = form.exec(address)
  return found !== null && (found[1] === 'https' || plain) ? undefined : 'channel-not-https'
}

/** The host of an address, with its port where it has one. */
export const hostOf = (address: string): string => form.exec(address)?.[2]?.toLowerCase() ?? ''

const form = /^(https?):\/\/([A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9a-fA-F:]+\](?::\d{1,5})?)(?:[/?#][^\s]*)?$/
