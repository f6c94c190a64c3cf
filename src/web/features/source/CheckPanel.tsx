import type { CheckFindingOut } from '../../../api/source.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useOpenFigure } from '../../app/useOpenFigure.ts'
import { FindingLines } from '../../ui/FindingLines.tsx'
import type { BookLine } from './book-lines.ts'
import { bookLines } from './book-lines.ts'
import type { Desk } from './useDesk.ts'

/** What does not add up in the text, what does, and how its figures stand against the book. */
export const CheckPanel = ({ desk }: { desk: Desk }) => {
  const { m } = useSpeech()
  const { work } = desk
  const show = (it: Pick<CheckFindingOut, 'offset' | 'quote'>) => {
    const from = work.paper.indexOf(it.offset)
    desk.show({ from, to: from + it.quote.length })
  }
  const own = work.read.findings.filter((each) => each.rule !== 'book')
  const holds = work.read.confirmed.filter((each) => each.rule !== 'book')
  return (
    <div className="checks">
      <h2>{m.source.findings}</h2>
      {own.length === 0 ? <p className="faint">{m.source.noFindings}</p> : <FindingLines findings={own} placeOf={placeOf} kinds={m.source.severity} onShow={show} />}
      {holds.length > 0 && (
        <details className="checks-fold">
          <summary>{m.source.confirmed(holds.length)}</summary>
          <FindingLines findings={holds} placeOf={placeOf} onShow={show} />
        </details>
      )}
      <h2>{m.source.againstBook}</h2>
      <BookList lines={bookLines(work)} onShow={show} />
    </div>
  )
}

const placeOf = (finding: CheckFindingOut): number => finding.offset

const marks = { equal: '●', different: '✕', stale: '◐', unknown: '○' } as const

const BookList = ({ lines, onShow }: { lines: readonly BookLine[]; onShow: (it: Pick<CheckFindingOut, 'offset' | 'quote'>) => void }) => {
  const { m, w } = useSpeech()
  const { open } = useOpenFigure()
  if (lines.length === 0) return <p className="faint">{m.source.noBook}</p>
  const groups = (['different', 'stale', 'equal', 'unknown'] as const).map((state) => ({ state, lines: lines.filter((each) => each.state === state) })).filter((group) => group.lines.length > 0)
  return groups.map(({ state, lines: same }) => (
    <details key={state} className={`checks-fold book-${state}`} open={state === 'different' || state === 'stale'}>
      <summary>
        <i aria-hidden="true">{marks[state]}</i>
        {m.source.bookState[state]}
        <small className="number-text">{same.length}</small>
      </summary>
      <ul className="book-lines">
        {same.map((line) => (
          <li key={line.id}>
            <button type="button" className="finding" onClick={() => onShow(line)}>
              <q lang="zh-CN">{`${line.subject} ${line.quote}`}</q>
              {line.message !== undefined && <span>{w(line.message)}</span>}
              {line.arithmetic !== null && <code>{line.arithmetic}</code>}
            </button>
            {line.measure !== undefined && (
              <button type="button" className="link" onClick={() => open({ measure: line.measure?.key ?? '', period: line.period })}>
                {m.source.openFigure(w(line.measure.title))}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  ))
}
