import { useCallback, useMemo } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FindingOut } from '../../../api/report.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { useRetold } from './retold.ts'

/** The living report of a period, as the book knew it, up to a day; its figures' trends in one reading. */
export const useReport = () => {
  const search = useSearch({ from: '/report' })
  const navigate = useNavigate({ from: '/report' })
  const { town } = useSession()
  const period = search.period ?? lastHalf(town.today)
  const report = useCall('report.read', { period, asOf: search.asOf, cutoff: search.cutoff }, { keep: true })
  const { data } = report
  const retold = useRetold(data, search.asOf === undefined && search.cutoff === undefined)
  const figures = useMemo(() => new Map([...(data?.figures ?? []).map((figure) => [figure.id, figure] as const), ...(retold?.figures ?? [])]), [data, retold])
  const told = useMemo(() => new Map([...(data?.told ?? []).map((each) => [each.measure, each] as const), ...(retold?.told ?? [])]), [data, retold])
  const trend = useCall('figure.trend', { measures: [...figures.keys()].join(','), kind: 'half', until: data?.figures[0]?.cutoff }, { enabled: figures.size > 0, keep: true })
  const quotes = useMemo(() => quotesByBlock(data?.findings ?? []), [data])
  const series = trend.data?.series
  const trendOf = useCallback((measure: string) => series?.[measure] ?? none, [series])
  const set = useCallback((next: { period?: string | undefined; asOf?: string | undefined; cutoff?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false }), [navigate])
  return { period, asOf: search.asOf, cutoff: search.cutoff, report, figures, told, quotes, trendOf, set }
}

const none: readonly never[] = []

const quotesByBlock = (findings: readonly FindingOut[]): ReadonlyMap<number, readonly string[]> => {
  const quotes = new Map<number, string[]>()
  for (const finding of findings) quotes.set(finding.block, [...(quotes.get(finding.block) ?? []), finding.quote])
  return quotes
}
