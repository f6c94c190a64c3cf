import { createHmac } from 'node:crypto'
import type { ChannelKind, ChannelSecret } from '../../core/notice/channel.ts'
import type { Lang } from '../../core/words.ts'
import { outsideWords } from './outside-words.ts'
import type { ToldLine } from './told-line.ts'

/** What is posted to a channel: where, with which headers, and the body. */
export type HookMessage = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** Lines named in one message; how many more there are is said. */
export const mostLines = 20

/**
 * A message as a channel takes it, at an instant in milliseconds. The group robots of DingTalk sign `timestamp\nsecret` in the address (HMAC-SHA256, base64); those of WeCom carry
 * their key in it and take no more than 4096 bytes; anything else gets JSON, signed as `timestamp.body` in a header.
 */
export const hookMessage = (kind: ChannelKind, lang: Lang, { address, secret }: ChannelSecret, title: string, lines: readonly ToldLine[], at: number): HookMessage => {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  switch (kind) {
    case 'dingtalk': {
      const url = new URL(address)
      if (secret !== null) {
        url.searchParams.set('timestamp', String(at))
        url.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'))
      }
      return { url: url.href, headers: json, body: JSON.stringify({ msgtype: 'markdown', markdown: { title, text: [`#### ${title}`, ...bullets(lines, mostLines, lang)].join('\n\n') } }) }
    }
    case 'wecom': {
      const content = (most: number): string => [`**${title}**`, ...bullets(lines, most, lang)].join('\n')
      let most = mostLines
      while (most > 1 && Buffer.byteLength(content(most)) > 4096) most -= 1
      return { url: address, headers: json, body: JSON.stringify({ msgtype: 'markdown', markdown: { content: content(most) } }) }
    }
    case 'signed': {
      const body = JSON.stringify({ title, matters: lines.map(({ ledger, matter, kind, org, due, link }) => ({ ledger, matter, kind, org, due, link })) })
      const signature: Record<string, string> = secret === null ? {} : { 'x-zhenwu-signature': `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}` }
      return { url: address, headers: { ...json, 'x-zhenwu-timestamp': String(at), ...signature }, body }
    }
    default:
      return kind satisfies never
  }
}

const bullets = (lines: readonly ToldLine[], most: number, lang: Lang): readonly string[] => [...lines.slice(0, most).map(({ text, link }) => `- [${text}](${link})`), ...(lines.length > most ? [`- ${outsideWords[lang].more(lines.length - most)}`] : [])]

/** Why an answer is none of success; undefined where the channel took the message. Robots say so in the body, whatever the status. */
export const answerProblem = (kind: ChannelKind, status: number, body: string): string | undefined => {
  if (status < 200 || status > 299) return `HTTP ${status}`
  if (kind === 'signed') return undefined
  const code = /"errcode"\s*:\s*(-?\d+)/.exec(body)?.[1]
  return code === '0' ? undefined : `errcode ${code ?? '?'}`
}
