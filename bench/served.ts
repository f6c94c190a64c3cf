import { Session } from '../src/api/session.ts'
import type { Day } from '../src/core/time/day.ts'
import { buildApp } from '../src/server/app.ts'
import type { Town } from '../src/store/town.ts'
import { houseOf } from '../test/harness/house.ts'

/** The password of everybody who is measured. */
export const password = 'Bench-pass-1'

/** A call by its verb, with what it asks; answers the body of a success. */
export type Calling = { readonly get: (verb: string, query?: Readonly<Record<string, string>>) => Promise<unknown>; readonly post: (verb: string, body: unknown) => Promise<unknown>; readonly file: (verb: string, query: Readonly<Record<string, string>>, bytes: Uint8Array) => Promise<unknown> }

/** A town behind its HTTP face, without a network between. */
export const serve = async (town: Town): Promise<{ readonly as: (login: string) => Promise<Calling>; readonly close: () => Promise<void> }> => {
  const house = houseOf({ town, today: () => '2023-07-03' as Day })
  const app = await buildApp({ house, log: 'silent', web: import.meta.dirname })
  const good = ({ statusCode, body }: { readonly statusCode: number; readonly body: string }): unknown => {
    if (statusCode !== 200) throw new Error(body)
    return JSON.parse(body)
  }
  return {
    as: async (login) => {
      const answer = await app.inject({ method: 'POST', url: '/api/session.create', payload: { login, password } })
      const { token } = Session.parse(answer.json())
      const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': token }
      return {
        get: async (verb, query = {}) => good(await app.inject({ method: 'GET', url: `/api/${verb}`, query: { ...query }, headers })),
        file: async (verb, query, bytes) => good(await app.inject({ method: 'POST', url: `/api/${verb}`, query: { ...query }, payload: Buffer.from(bytes), headers: { 'content-type': 'application/octet-stream', ...headers } })),
        post: async (verb, body) => good(await app.inject({ method: 'POST', url: `/api/${verb}`, payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })),
      }
    },
    close: () => app.close(),
  }
}
