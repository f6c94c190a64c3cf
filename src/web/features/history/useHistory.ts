import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '../../app/call.ts'
import { useCall } from '../../app/useCall.ts'

const number = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined)

/** Whether a moment may have changed the words: two others would be held against each other in vain. */
const changesWords = (verb: string): boolean => /^(?:section\.|report\.(?:create|roll|open|rename)$|(?:answer|proposal)\.accept$)/.test(verb)

/** The moments of a report's making, page by page, and the two of them that are held against each other; the address tells which. */
export const useHistory = () => {
  const search = useSearch({ from: '/report/history' })
  const navigate = useNavigate({ from: '/report/history' })
  const report = number(search.report) ?? 0
  const moments = useInfiniteQuery({
    queryKey: ['report.history', report],
    queryFn: ({ pageParam, signal }) => call('report.history', { report, ...(pageParam === undefined ? {} : { before: pageParam }) }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: report > 0,
  })
  const all = moments.data?.pages.flatMap((page) => page.moments) ?? []
  const from = number(search.from) ?? all.filter((moment) => changesWords(moment.verb))[1]?.number
  const to = number(search.to)
  const comparison = useCall('report.compare', { report, from: from ?? 0, to }, { enabled: report > 0 && from !== undefined, keep: true })
  return { report, moments, all, from, to, comparison, choose: (next: { from?: string | undefined; to?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false }) }
}
