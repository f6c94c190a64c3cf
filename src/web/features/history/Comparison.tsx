import type { ReactNode } from 'react'
import { Button } from 'antd'
import type { ComparisonOut } from '../../../api/history.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { MarkedText } from '../agree/MarkedText.tsx'

type Change = ComparisonOut['changes'][number]
type Props = { readonly comparison: Pick<ComparisonOut, 'counts' | 'changes' | 'title'>; /** Sections whose words the reader may put back. */ readonly restores: ReadonlySet<number>; readonly onRestore: (change: Change) => void; /** What stands between the counts and the sheet. */ readonly children?: ReactNode }

/** Two versions on one sheet with their differences marked; long stretches nobody touched are left out. */
export const Comparison = ({ comparison, restores, onRestore, children }: Props) => {
  const { m } = useSpeech()
  const { counts, changes, title } = comparison
  const told = (['added', 'removed', 'changed', 'moved'] as const).filter((kind) => counts[kind] > 0).map((kind) => m.agree.history.counts[kind](counts[kind]))
  return (
    <>
      <p className="compare-counts" role="status">
        {told.length === 0 ? m.agree.history.same : told.join(' · ')}
      </p>
      {children}
      <article className="paper compare-paper" lang="zh-CN">
        <header className="paper-title">
          <h1>
            {title.was === title.now ? (
              title.now
            ) : (
              <span className="marked-text">
                <del>{title.was}</del> <ins>{title.now}</ins>
              </span>
            )}
          </h1>
        </header>
        {stretches(changes).map((each) =>
          'rest' in each ? (
            <p key={`rest-${each.key}`} className="marked-rest">
              {m.agree.history.rest(each.rest)}
            </p>
          ) : (
            <div key={each.change.id} className="compare-block">
              <MarkedText change={each.change} />
              {each.change.was !== null && each.change.section !== null && restores.has(each.change.section) && each.change.kind !== 'same' && (
                <Button size="small" onClick={() => onRestore(each.change)}>
                  {m.agree.history.restore}
                </Button>
              )}
            </div>
          ),
        )}
      </article>
    </>
  )
}

/** Headings, changes and their neighbours as they are; more than three untouched blocks in a row as their number. */
const stretches = (changes: readonly Change[]): readonly ({ readonly change: Change } | { readonly rest: number; readonly key: string })[] => {
  const touched = (at: number): boolean => {
    const change = changes[at]
    return change !== undefined && (change.kind !== 'same' || change.moved)
  }
  const shown = changes.map((change, at) => touched(at) || touched(at - 1) || touched(at + 1) || (change.now?.kind === 'heading' && change.now.level === 1))
  const done: ({ change: Change } | { rest: number; key: string })[] = []
  changes.forEach((change, at) => {
    const last = done.at(-1)
    if (shown[at] === true) done.push({ change })
    else if (last !== undefined && 'rest' in last) last.rest += 1
    else done.push({ rest: 1, key: change.id })
  })
  return done
}
