import { useState } from 'react'
import type { InputOf } from '../../app/wire.ts'
import { lastHalf } from '../../app/periods.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { useFigureSearch, useOpenFigure } from '../../app/useOpenFigure.ts'

export const pageSize = 50

/** The scope of the panel as the address tells it, its rows, its past, and the moves between them. */
export const useFigurePanel = () => {
  const search = useFigureSearch()
  const { town } = useSession()
  const { move, close } = useOpenFigure()
  const measure = search.figure ?? ''
  const page = Math.max(1, Number(search.fpage ?? '1') || 1)
  const scope = { period: search.fperiod ?? lastHalf(town.today), org: search.forg, cutoff: search.fcut }
  const input: InputOf<'figure.trace'> = { ...scope, asOf: search.fasof, measure, offset: (page - 1) * pageSize, limit: pageSize }
  const trace = useCall('figure.trace', input, { keep: true })
  const history = useCall('figure.history', { ...scope, measure }, { keep: true })
  const [slid, setSlid] = useState<number>()
  const go = (next: Partial<Record<'fasof' | 'fcut' | 'fpage', string | undefined>>) =>
    move({ figure: measure, fperiod: scope.period, forg: search.forg, fasof: search.fasof, fcut: search.fcut, fpage: undefined, ...next })
  return {
    measure,
    scope,
    asOf: search.fasof,
    page,
    trace,
    history,
    slid,
    slide: setSlid,
    goTo: (asOf: string | undefined) => {
      setSlid(undefined)
      go({ fasof: asOf })
    },
    cutAt: (cutoff: string | undefined) => go({ fcut: cutoff }),
    turnTo: (offset: number) => go({ fpage: offset === 0 ? undefined : String(Math.floor(offset / pageSize) + 1) }),
    openOperand: (operand: string) => move({ figure: operand, fperiod: scope.period, forg: search.forg, fasof: search.fasof, fcut: search.fcut }),
    close,
  }
}
