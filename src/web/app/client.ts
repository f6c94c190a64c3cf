import type { Query } from '@tanstack/react-query'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import type { Session } from '../../api/session.ts'
import { hasCode, isRefused } from './errors.ts'
import { forgetAnswers } from './kept-answers.ts'
import { keepSession } from './kept-session.ts'
import { leaving } from './leaving.ts'

/** Keeps what was read. A refusal is not asked again; a session that ended brings the sign-in page back. A call that finds no network fails and says so, and does not wait for one. */
export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (thrown, query) => {
      if (!hasCode(thrown, 'not-signed-in') || query.queryKey[0] === 'session.read') return
      client.setQueryData(['session.read'], null)
      void forgetAnswers()
    },
  }),
  defaultOptions: {
    queries: { staleTime: 15_000, networkMode: 'always', refetchOnReconnect: true, refetchOnWindowFocus: false, retry: (failures, thrown) => !isRefused(thrown) && failures < 1 },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** After a change nothing read before is sure: what is on screen is read again, what is not is forgotten, so that no old number is shown first. */
export const rereadBook = (): Promise<void> => {
  client.removeQueries({ predicate: ofBook, type: 'inactive' })
  return client.invalidateQueries({ predicate: ofBook })
}

/** When someone signs in or out, nothing the other one read is kept. */
export const forgetBook = (session: Session | null): void => {
  client.setQueryData(['session.read'], session)
  if (session !== null) leaving.clear()
  void (session === null ? forgetAnswers() : keepSession(session))
  client.removeQueries({ predicate: ofBook })
  for (const forget of forgets) forget(session)
}

/** For what a screen keeps beside the answers of calls: told who signed in, or null when someone signed out. */
export const alsoForget = (forget: (session: Session | null) => void): void => void forgets.add(forget)

const forgets = new Set<(session: Session | null) => void>()

const ofBook = (query: Query): boolean => query.queryKey[0] !== 'session.read' && query.queryKey[0] !== 'town.read'
