import { useMutation } from '@tanstack/react-query'
import type { CorrectionOut } from '../../../api/close.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'

/** The second person's two answers to a proposed correction. */
export const useCorrection = (correction: CorrectionOut) => {
  const target = { entry: correction.entry, saw: correction.version }
  const approve = useMutation({ mutationFn: () => call('correction.approve', target), onSuccess: rereadBook })
  const refuse = useMutation({ mutationFn: (reason: string) => call('correction.refuse', { ...target, reason }), onSuccess: rereadBook })
  return { approve, refuse }
}
