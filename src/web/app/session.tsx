import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Session } from '../../api/session.ts'
import { call, keepToken } from './call.ts'
import { hasCode } from './errors.ts'

/** The session in force: undefined while it is read, null when nobody is signed in. */
export const useSessionQuery = () =>
  useQuery<Session | null>({
    queryKey: ['session.read'],
    queryFn: async ({ signal }) => {
      try {
        const session = await call('session.read', {}, signal)
        keepToken(session.token)
        return session
      } catch (thrown) {
        if (hasCode(thrown, 'not-signed-in')) return null
        throw thrown
      }
    },
    staleTime: Infinity,
  })

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => <SessionContext value={session}>{children}</SessionContext>

/** The session around a screen; every screen but sign-in has one. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session around this component')
  return session
}

const SessionContext = createContext<Session | null>(null)
