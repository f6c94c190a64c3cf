import { lazy, Suspense } from 'react'
import { Outlet, useLocation } from '@tanstack/react-router'
import { FailedState } from '../ui/FailedState.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { useFigureSearch } from './useOpenFigure.ts'
import { SessionProvider, useSessionQuery } from './session.tsx'
import { Shell } from './Shell.tsx'

const SignInPage = lazy(() => import('../features/session/SignInPage.tsx').then((it) => ({ default: it.SignInPage })))
const MustChangePage = lazy(() => import('../features/session/MustChangePage.tsx').then((it) => ({ default: it.MustChangePage })))
const FigurePanel = lazy(() => import('../features/figure/FigurePanel.tsx').then((it) => ({ default: it.FigurePanel })))

/** A public page asks nobody who she is; every other address is for those who are signed in. */
export const Root = () => {
  const { pathname } = useLocation()
  return pathname.startsWith('/public/') ? (
    <Suspense fallback={<LoadingState />}>
      <Outlet />
    </Suspense>
  ) : (
    <SignedIn />
  )
}

/** Whoever is not signed in sees the sign-in page at whatever address; after it the address is still there. */
const SignedIn = () => {
  const { data: session, error, refetch } = useSessionQuery()
  const { figure } = useFigureSearch()
  if (error !== null) return <FailedState error={error} retry={() => void refetch()} />
  if (session === undefined) return <LoadingState />
  if (session === null)
    return (
      <Suspense fallback={<LoadingState />}>
        <SignInPage />
      </Suspense>
    )
  if (session.mustChange)
    return (
      <Suspense fallback={<LoadingState />}>
        <MustChangePage />
      </Suspense>
    )
  return (
    <SessionProvider session={session}>
      <Shell>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
        {figure !== undefined && (
          <Suspense fallback={null}>
            <FigurePanel />
          </Suspense>
        )}
      </Shell>
    </SessionProvider>
  )
}
