import { useMemo } from 'react'
import type { AnswerOut } from '../../../api/answer.ts'
import type { FigureOut } from '../../../api/figure.ts'
import type { Told } from '../../../core/report/print.ts'
import { useCall } from '../../app/useCall.ts'

/** What every figure of the period tells a sentence, and under which title it is known: those of the answer at once, the town's others when they come. */
export const useFigureTells = (answer: AnswerOut, all: boolean) => {
  const listed = useCall('figure.list', { period: answer.period }, { enabled: all })
  return useMemo(() => {
    const own = answer.figures.flatMap((each) => each.figure ?? [])
    const figures = new Map([...(listed.data?.figures ?? []), ...own].map((figure) => [figure.id, figure]))
    const told = new Map<string, Told>([...[...figures.values()].map((figure) => [figure.id, tells(figure)] as const), ...answer.told.map((each) => [each.measure, each] as const)])
    return { figures, told, measures: [...figures.values()].map((figure) => ({ key: figure.id, title: figure.title })) }
  }, [answer, listed.data])
}

const tells = ({ text, status, change }: FigureOut): Told => ({ text, status: status?.key ?? null, change: change?.text.zh ?? null })
