import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { useQuery } from '@tanstack/react-query'
import { call, keepToken } from './call.ts'
import { client, rereadBook } from './client.ts'
import { hasCode, isOutOfReach } from './errors.ts'
import { forgetAnswers } from './kept-answers.ts'
import type { HeldSession } from './kept-session.ts'
import { keepSession, keptSession } from './kept-session.ts'
import { leaving } from './leaving.ts'

/** How often the server is looked for again while it is out of reach, in milliseconds. */
const lookAgain = 20_000

const sessionKey = ['session.read']

/** The session in force: undefined while it is read, null when nobody is signed in; where the server is out of reach the one last heard of, until it answers again. */
export const useSessionQuery = () =>
  useQuery<HeldSession | null>({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      try {
        const session = await call('session.read', {}, signal)
        keepToken(session.token)
        if (leaving.is()) return await leave()
        await keepSession(session)
        if (client.getQueryData<HeldSession | null>(sessionKey)?.kept === true) void rereadBook()
        return session
      } catch (thrown) {
        if (hasCode(thrown, 'not-signed-in')) {
          await forgetAnswers()
          leaving.clear()
          return null
        }
        const kept = isOutOfReach(thrown) ? await keptSession() : undefined
        if (kept === undefined) throw thrown
        return kept
      }
    },
    staleTime: Infinity,
    refetchOnReconnect: 'always',
    refetchInterval: ({ state }) => (state.data?.kept === true ? lookAgain : false),
  })

const leave = async (): Promise<null> => {
  await call('session.end', {})
  leaving.clear()
  keepToken(undefined)
  return null
}

export const SessionProvider = ({ session, children }: { session: HeldSession; children: ReactNode }) => <SessionContext value={session}>{children}</SessionContext>

/** The session around a screen; every screen but sign-in has one. */
export const useSession = (): HeldSession => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session around this component')
  return session
}

const SessionContext = createContext<HeldSession | null>(null)
