import { useMemo } from 'react'
import type { AnswerOut } from '../../../api/answer.ts'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { boundMeasures } from '../../../core/report/runs.ts'
import { useCall } from '../../app/useCall.ts'

/** What the figures of an answer tell a sentence, those put in since it was opened too; and for a writer every measure of the town by its title. */
export const useFigureTells = (answer: AnswerOut, blocks: readonly Block[], writes: boolean) => {
  const known = useMemo(() => new Map<string, Told>(answer.told.map((each) => [each.measure, each])), [answer])
  const added = boundMeasures({ blocks }).filter((key) => !known.has(key)).join(',')
  const more = useCall('report.tell', { period: answer.period, measures: added }, { enabled: added !== '', keep: true })
  const listed = useCall('figure.measures', { period: answer.period }, { enabled: writes, staleTime: 300_000 })
  const told = useMemo(() => new Map<string, Told>([...(more.data?.told ?? []).map((each) => [each.measure, each] as const), ...known]), [known, more.data])
  return { told, measures: listed.data?.measures ?? none }
}

const none: readonly MeasureRef[] = []

export type FigureTells = ReturnType<typeof useFigureTells>
