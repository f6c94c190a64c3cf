import type { FindingOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'

type Props = { readonly findings: readonly FindingOut[]; readonly onGo: (block: number) => void }

const order = { error: 0, warning: 1, note: 2 } as const
const marks = { error: '✕', warning: '◐', note: '○' } as const

/** What the report's own reading found, worst first; each leads to its place in the text. */
export const FindingList = ({ findings, onGo }: Props) => {
  const { m, w } = useSpeech()
  if (findings.length === 0) return <p className="faint">{m.report.noFindings}</p>
  return (
    <ol className="findings">
      {[...findings]
        .sort((a, b) => order[a.severity] - order[b.severity] || a.block - b.block)
        .map((finding, at) => (
          <li key={at}>
            <button type="button" className={`finding finding-${finding.severity}`} onClick={() => onGo(finding.block)}>
              <span className="finding-kind">
                <i aria-hidden="true">{marks[finding.severity]}</i>
                {m.report.severity[finding.severity]}
              </span>
              <span>{w(finding.message)}</span>
              {finding.quote !== '' && <q lang="zh-CN">{finding.quote}</q>}
              {finding.arithmetic !== null && <code>{finding.arithmetic}</code>}
            </button>
          </li>
        ))}
    </ol>
  )
}
