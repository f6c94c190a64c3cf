import { useMutation } from '@tanstack/react-query'
import { rereadBook } from '../../app/client.ts'

/** One change of the book from a screen: what was read is read again when it stands, and then `done` is told; `refused` is told why it does not. */
export const useBookAct = <Input, Output>(act: (input: Input) => Promise<Output>, done?: (output: Output) => void, refused?: (error: unknown) => void) =>
  useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      await rereadBook()
      done?.(output)
    },
    onError: (error) => refused?.(error),
  })
