import { Navigate } from '@tanstack/react-router'
import { may } from './may.ts'
import { useSession } from './session.tsx'

/** Where a reader comes in: at the report, or, while the town is set up, where that goes on. */
export const Home = () => {
  const { setup, can } = useSession()
  return <Navigate to={setup === 'open' && may(can, 'setup.move') ? '/setup' : '/report'} replace />
}
