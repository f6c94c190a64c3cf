import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { callerOf, cookieOf, password } from './served-town.ts'

/** Server-sent events as someone hears them over a real connection. */
export type Followed<News> = { readonly heard: readonly News[]; readonly until: (holds: (news: News) => boolean) => Promise<News>; readonly leave: () => void; readonly ended: Promise<void> }

/** Follows a call of a listening app; `until` waits for news of a kind. */
export const follow = async <News>(app: FastifyInstance, login: string, path: string): Promise<Followed<News>> => {
  const cookie = cookieOf(await callerOf(app, {}).post('session.create', { login, password }))
  const { port } = app.server.address() as AddressInfo
  const heard: News[] = []
  const waiting: (() => void)[] = []
  let text = ''
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  const request = get({ port, path: `/api/${path}`, headers: { cookie } }, (response) => {
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const whole = text.split('\n\n')
      text = whole.pop() ?? ''
      for (const line of whole) if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)) as News)
      for (const wake of waiting.splice(0)) wake()
    })
    response.on('end', end).on('error', end)
  })
  request.on('error', end)
  const until = async (holds: (news: News) => boolean): Promise<News> => {
    for (;;) {
      const found = heard.find(holds)
      if (found !== undefined) return found
      await new Promise<void>((wake) => waiting.push(wake))
    }
  }
  return { heard, until, leave: () => request.destroy(), ended }
}
