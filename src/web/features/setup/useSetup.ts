import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SetupStep } from '../../../core/setup/setup-step.ts'
import { setupSteps } from '../../../core/setup/setup-step.ts'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'
import { useCall } from '../../app/useCall.ts'

/** Where the setting up stands and how it goes on: the step is in the address, and kept on the server for any other browser. */
export const useSetup = () => {
  const query = useCall('setup.read', {})
  const search = useSearch({ from: '/setup' })
  const navigate = useNavigate({ from: '/setup' })
  const step = setupSteps.find((each) => each === search.step) ?? query.data?.step ?? setupSteps[0]
  const at = setupSteps.indexOf(step)
  const move = useMutation({
    mutationFn: (to: SetupStep | 'done') => call('setup.move', { step: to }),
    onSuccess: async (moved) => {
      client.removeQueries({ queryKey: ['setup.read'] })
      await client.invalidateQueries({ queryKey: ['session.read'] })
      await (moved.state === 'done' ? navigate({ to: '/start' }) : navigate({ to: '/setup', search: { step: moved.step } }))
    },
  })
  return { query, step, at, move, before: setupSteps[at - 1], after: setupSteps[at + 1] }
}

/** What every step is given. `go` moves on once the step has saved what it had. */
export type StepProps = { readonly go: () => void; readonly back: (() => void) | undefined; readonly moving: boolean }
