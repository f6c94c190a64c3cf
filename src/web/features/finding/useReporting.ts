import { useQuery } from '@tanstack/react-query'
import type { Reporting } from '../../../api/finding.ts'
import { call } from '../../app/call.ts'
import { isOutOfReach } from '../../app/errors.ts'
import { keepAnswer, keptAnswer } from '../../app/kept-answers.ts'

/** What a person may report, and for where; where the server is out of reach, as it last said. */
export const useReporting = (person: number) =>
  useQuery<Reporting>({
    queryKey: ['finding.read', {}],
    queryFn: async ({ signal }) => {
      try {
        return await readReporting(person, signal)
      } catch (thrown) {
        const kept = isOutOfReach(thrown) ? await keptAnswer<Reporting>('finding.read') : undefined
        if (kept === undefined || kept.person !== person) throw thrown
        return kept.answer
      }
    },
    staleTime: Infinity,
  })

/** Asks for it and keeps it on the device. */
const readReporting = async (person: number, signal?: AbortSignal): Promise<Reporting> => {
  const reporting = await call('finding.read', {}, signal)
  await keepAnswer('finding.read', person, reporting)
  return reporting
}

/** Keeps it before it is wanted, unless it was read within the hour. */
export const keepReporting = async (person: number): Promise<void> => {
  const kept = await keptAnswer<Reporting>('finding.read')
  if (kept?.person === person && Date.now() - Date.parse(kept.at) < 3_600_000) return
  await readReporting(person).catch((thrown: unknown) => {
    if (!isOutOfReach(thrown)) throw thrown
  })
}
