import type { FindingOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { FindingLines } from '../../ui/FindingLines.tsx'

type Props = { readonly findings: readonly FindingOut[]; readonly onGo: (block: number) => void }

/** What the report's own reading found, worst first; each leads to its place in the text. */
export const FindingList = ({ findings, onGo }: Props) => {
  const { m } = useSpeech()
  if (findings.length === 0) return <p className="faint">{m.report.noFindings}</p>
  return <FindingLines findings={findings} placeOf={(finding) => finding.block} kinds={m.report.severity} onShow={(finding) => onGo(finding.block)} />
}
