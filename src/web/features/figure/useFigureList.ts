import { useDeferredValue, useMemo } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FigureOut } from '../../../api/figure.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { inLineOrder } from '../../messages/lines.ts'

export type FigureGroup = { readonly line: string; readonly figures: readonly FigureOut[] }

/** The catalogue of figures at a period and an organisation, searched by title in both languages and by key, grouped by line of work. */
export const useFigureList = () => {
  const search = useSearch({ from: '/figures' })
  const navigate = useNavigate({ from: '/figures' })
  const { town } = useSession()
  const period = search.period ?? lastHalf(town.today)
  const list = useCall('figure.list', { period, org: search.org }, { keep: true })
  const figures = list.data?.figures
  const trend = useCall('figure.trend', { measures: (figures ?? []).map((figure) => figure.id).join(','), kind: 'half', org: search.org, until: list.data?.cutoff }, { enabled: figures !== undefined && figures.length > 0, keep: true })
  const sought = useDeferredValue((search.q ?? '').trim().toLowerCase())
  const lines = useMemo(() => [...new Set((figures ?? []).map((figure) => figure.line))].sort(inLineOrder), [figures])
  const groups = useMemo<readonly FigureGroup[]>(
    () =>
      lines
        .filter((line) => search.line === undefined || line === search.line)
        .map((line) => ({ line, figures: (figures ?? []).filter((figure) => figure.line === line && matches(figure, sought)) }))
        .filter((group) => group.figures.length > 0),
    [figures, lines, search.line, sought],
  )
  return {
    search,
    period,
    list,
    lines,
    groups,
    shown: groups.reduce((all, group) => all + group.figures.length, 0),
    trendOf: (measure: string) => trend.data?.series[measure] ?? [],
    set: (next: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
  }
}

const matches = (figure: FigureOut, sought: string): boolean =>
  sought === '' || [figure.id, figure.title.zh, figure.title.en, figure.ownerName.zh, figure.ownerName.en].some((text) => text.toLowerCase().includes(sought))
