import { useEffect } from 'react'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'

/** Whoever has a matter open, at the version she sees, has read what she was told of it. */
export const useReadNotices = (ledger: string, entry: number, version: number | undefined): void => {
  useEffect(() => {
    if (version === undefined) return
    call('notice.read', { of: { ledger, entry } }).then(
      () => client.invalidateQueries({ queryKey: ['notice.list'] }),
      () => undefined,
    )
  }, [ledger, entry, version])
}
