import { useCallback, useMemo } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FigureOut } from '../../../api/figure.ts'
import type { FindingOut } from '../../../api/report.ts'
import { boundMeasures } from '../../../core/report/runs.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'

/** The living report of a period, as the book knew it, up to a day; its figures' trends in one reading. */
export const useReport = () => {
  const search = useSearch({ from: '/report' })
  const navigate = useNavigate({ from: '/report' })
  const { town } = useSession()
  const period = search.period ?? lastHalf(town.today)
  const report = useCall('report.read', { period, asOf: search.asOf, cutoff: search.cutoff }, { keep: true })
  const { data } = report
  const figures = useMemo(() => new Map((data?.figures ?? []).map((figure) => [figure.id, figure])), [data])
  const told = useMemo(() => new Map((data?.told ?? []).map((each) => [each.measure, each])), [data])
  const trend = useCall('figure.trend', { measures: [...figures.keys()].join(','), kind: 'half', until: data?.figures[0]?.cutoff }, { enabled: figures.size > 0, keep: true })
  const quotes = useMemo(() => quotesByBlock(data?.findings ?? []), [data])
  const inBlock = useMemo(() => figuresByBlock(data?.document.blocks ?? [], figures), [data, figures])
  const series = trend.data?.series
  const trendOf = useCallback((measure: string) => series?.[measure] ?? none, [series])
  return {
    period,
    asOf: search.asOf,
    cutoff: search.cutoff,
    report,
    figures,
    told,
    quotes,
    figuresOf: (block: number): readonly FigureOut[] => inBlock[block] ?? [],
    trendOf,
    set: (next: { period?: string | undefined; asOf?: string | undefined; cutoff?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...next }), resetScroll: false }),
  }
}

const none: readonly never[] = []

const quotesByBlock = (findings: readonly FindingOut[]): ReadonlyMap<number, readonly string[]> => {
  const quotes = new Map<number, string[]>()
  for (const finding of findings) quotes.set(finding.block, [...(quotes.get(finding.block) ?? []), finding.quote])
  return quotes
}

type Blocks = NonNullable<ReturnType<typeof useCall<'report.read'>>['data']>['document']['blocks']

const figuresByBlock = (blocks: Blocks, figures: ReadonlyMap<string, FigureOut>): readonly (readonly FigureOut[])[] =>
  blocks.map((block) => boundMeasures({ blocks: [block] }).flatMap((measure) => figures.get(measure) ?? []))
