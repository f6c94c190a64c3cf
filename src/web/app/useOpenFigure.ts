import { useCallback } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'

/** A number that was clicked: the measure and the scope it stands in. */
export type FigureScope = { readonly measure: string; readonly period: string; readonly org?: string | undefined; readonly asOf?: string | undefined; readonly cutoff?: string | undefined }

/** The panel's scope as it stands in the address of any screen. */
export type FigureSearch = { readonly figure?: string; readonly fperiod?: string; readonly forg?: string; readonly fasof?: string; readonly fcut?: string; readonly fpage?: string }

export const figureKeys = ['figure', 'fperiod', 'forg', 'fasof', 'fcut', 'fpage'] as const

/** Opens, moves and closes the panel behind a number, on whatever screen it stands. */
export const useOpenFigure = () => {
  const navigate = useNavigate()
  const set = useCallback(
    (next: FigureSearch, replace: boolean) =>
      navigate({ to: '.', search: ((before: Record<string, unknown>) => ({ ...before, ...blank, ...next })) as never, replace, resetScroll: false }),
    [navigate],
  )
  const open = useCallback(
    (scope: FigureScope) => {
      opener.at = document.activeElement
      void set({ figure: scope.measure, fperiod: scope.period, forg: scope.org, fasof: scope.asOf, fcut: scope.cutoff }, false)
    },
    [set],
  )
  const move = useCallback((next: FigureSearch) => void set(next, true), [set])
  const close = useCallback(() => {
    void set({}, true)
    if (opener.at instanceof HTMLElement && opener.at.isConnected) opener.at.focus({ preventScroll: true })
  }, [set])
  return { open, move, close }
}

export const useFigureSearch = (): FigureSearch => useSearch({ strict: false })

/** What had the keyboard when the panel opened, and gets it back when it closes. */
const opener: { at: Element | null } = { at: null }

const blank: FigureSearch = { figure: undefined, fperiod: undefined, forg: undefined, fasof: undefined, fcut: undefined, fpage: undefined }
