import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { parsePeriod } from '../../../core/time/period.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import type { InputOf } from '../../app/wire.ts'

const list = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : text.split(','))

/** Which indicator table is shown: its period, org, measures, orgs beside it and columns live in the address; a saved table fills what is left out. */
export const useIndicator = () => {
  const search = useSearch({ from: '/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const { town } = useSession()
  const period = search.period ?? lastHalf(town.today)
  const asked = { period, org: search.org, table: search.table, measures: search.measures, orgs: search.orgs, columns: search.columns } as const
  const query = useCall('indicator.read', asked as InputOf<'indicator.read'>, { keep: true })
  const saved = useCall('indicator.list', {})
  const measures = useCall('figure.measures', { period }, { staleTime: 300_000 })
  const set = (next: Partial<typeof search>): void => void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const chosen = saved.data?.tables.find((each) => String(each.entry) === search.table)
  const parsed = parsePeriod(period)?.kind
  const kind = parsed === 'month' || parsed === 'quarter' || parsed === 'half' || parsed === 'year' ? parsed : 'year'
  const save = useMutation({
    mutationFn: ({ title, over }: { readonly title: string; readonly over: boolean }) => {
      const shown = query.data
      const content = { title, kind, measures: shown?.rows.map((row) => row.measure) ?? [], orgs: shown?.orgs.map((org) => org.code) ?? [], columns: shown?.columns ?? ['value'] } as const
      return call('indicator.save', { ...content, measures: [...content.measures], orgs: [...content.orgs], columns: [...content.columns], ...(over && chosen !== undefined && { entry: chosen.entry, saw: chosen.version }) })
    },
    onSuccess: async ({ entry }) => {
      await rereadBook()
      set({ table: String(entry), measures: undefined, orgs: undefined, columns: undefined })
    },
  })
  const drop = useMutation({
    mutationFn: (reason: string) => call('indicator.void', { entry: chosen?.entry ?? 0, saw: chosen?.version ?? 0, reason }),
    onSuccess: async () => {
      set({ table: undefined })
      await rereadBook()
    },
  })
  return { search, period, asked, query, saved, measures, chosen, set, save, drop, chosenMeasures: list(search.measures), chosenOrgs: list(search.orgs), chosenColumns: list(search.columns) }
}
