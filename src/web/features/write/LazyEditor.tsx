import type { RefObject } from 'react'
import { lazy, Suspense, useCallback } from 'react'
import type { MeasureRef } from '../../../api/figure.ts'
import type { Block } from '../../../core/report/document.ts'
import type { Told } from '../../../core/report/print.ts'
import { call } from '../../app/call.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import type { EditorHandle } from './BlockEditor.tsx'
import '../report/paper.css'

const BlockEditor = lazy(() => import('./BlockEditor.tsx').then((it) => ({ default: it.BlockEditor })))

type Props = { readonly blocks: readonly Block[]; readonly period: string; readonly told: ReadonlyMap<string, Told>; readonly measures: readonly MeasureRef[]; readonly label: string; readonly onChange: (blocks: readonly Block[]) => void; readonly handle?: RefObject<EditorHandle | null>; readonly waits?: boolean }

/** The desk's editor for words that stand elsewhere than on the paper, fetched when it is first shown; it reads the figures of a period itself. */
export const LazyEditor = ({ blocks, period, told, measures, label, onChange, handle, waits = false }: Props) => {
  const tell = useCallback(async (keys: readonly string[]): Promise<ReadonlyMap<string, Told>> => new Map((await call('report.tell', { period, measures: keys.join(',') })).told.map((each) => [each.measure, each])), [period])
  return (
    <Suspense fallback={<LoadingState lines={6} />}>
      <div className="printed write-frame" lang="zh-CN">
        <BlockEditor blocks={blocks} told={told} measures={measures} tell={tell} label={label} onChange={onChange} waits={waits} {...(handle !== undefined && { handle })} />
      </div>
    </Suspense>
  )
}
