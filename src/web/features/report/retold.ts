import { useQuery } from '@tanstack/react-query'
import type { FigureOut } from '../../../api/figure.ts'
import type { ReportOut } from '../../../api/report.ts'
import { call } from '../../app/call.ts'
import { client } from '../../app/client.ts'

/** What the numbers of a report told after it was read: the head they were read at, and only those that may have moved. */
type Retold = { readonly head: number; readonly figures: ReadonlyMap<string, FigureOut>; readonly told: ReadonlyMap<string, ReportOut['told'][number]> }

const keyOf = (report: ReportOut): readonly unknown[] => ['report.retold', report.entry]

/** What was told since a report was read as it is now; the text itself stays as it is, so that only moved numbers are set again. */
export const useRetold = (report: ReportOut | undefined, now: boolean): Retold | undefined => {
  const { data } = useQuery<Retold>({ queryKey: report === undefined ? ['report.retold'] : keyOf(report), enabled: false, structuralSharing: false })
  return now && data !== undefined && report !== undefined && data.head > report.head ? data : undefined
}

/** The head up to which the numbers of a report on screen are known. */
export const headOf = (report: ReportOut): number => Math.max(report.head, client.getQueryData<Retold>(keyOf(report))?.head ?? 0)

/** Reads what the numbers of a report tell now that the book moved. An answer that another overtook is dropped. */
export const retell = async (report: ReportOut): Promise<void> => {
  const since = headOf(report)
  const { asOf, figures, told } = await call('report.tell', { period: report.period, measures: report.told.map((each) => each.measure).join(','), since })
  client.setQueryData<Retold>(keyOf(report), (before) => {
    if (before !== undefined && before.head >= asOf) return before
    const standing = before !== undefined && before.head >= report.head ? before : undefined
    return { head: asOf, figures: new Map([...(standing?.figures ?? []), ...figures.map((figure) => [figure.id, figure] as const)]), told: new Map([...(standing?.told ?? []), ...told.map((each) => [each.measure, each] as const)]) }
  })
}
