import { useMutation } from '@tanstack/react-query'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useCall } from '../../app/useCall.ts'

/** Closed months, and the closing of one more. */
export const useCloses = () => {
  const query = useCall('close.list', {})
  const close = useMutation({ mutationFn: (month: { readonly ledger: string; readonly month: string }) => call('close.create', month), onSuccess: rereadBook })
  return { query, close }
}
