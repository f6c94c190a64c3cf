import type { Words } from '../../core/words.ts'
import { useSpeech } from '../app/i18n.tsx'
import './finding-lines.css'

type Severity = 'error' | 'warning' | 'note'
type Line = { readonly severity: Severity; readonly message: Words; readonly quote: string; readonly arithmetic: string | null }
type Props<Finding> = { readonly findings: readonly Finding[]; readonly placeOf: (finding: Finding) => number; readonly kinds?: Readonly<Record<Severity, string>>; readonly onShow: (finding: Finding) => void }

const order = { error: 0, warning: 1, note: 2 } as const
const marks = { error: '✕', warning: '◐', note: '○' } as const

/** What was found in a text, worst first, each with its reckoning and the way to its place. Without `kinds` they are no faults. */
export const FindingLines = <Finding extends Line>({ findings, placeOf, kinds, onShow }: Props<Finding>) => {
  const { w } = useSpeech()
  return (
    <ol>
      {findings
        .toSorted((a, b) => order[a.severity] - order[b.severity] || placeOf(a) - placeOf(b))
        .map((finding, at) => (
          <li key={at}>
            <button type="button" className={kinds === undefined ? 'finding' : `finding finding-${finding.severity}`} onClick={() => onShow(finding)}>
              {kinds !== undefined && (
                <span className="finding-kind">
                  <i aria-hidden="true">{marks[finding.severity]}</i>
                  {kinds[finding.severity]}
                </span>
              )}
              <span>{w(finding.message)}</span>
              {finding.quote !== '' && <q lang="zh-CN">{finding.quote}</q>}
              {finding.arithmetic !== null && <code>{finding.arithmetic}</code>}
            </button>
          </li>
        ))}
    </ol>
  )
}
