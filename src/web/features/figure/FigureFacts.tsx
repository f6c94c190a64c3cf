import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { ChangeText } from '../../ui/ChangeText.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { SourceBadge } from './SourceBadge.tsx'

type Props = { readonly trace: OutputOf<'figure.trace'>; readonly onOperand: (measure: string) => void }

/** The number as printed, and what it means: definition, way of counting, version, standing and base. */
export const FigureFacts = ({ trace, onOperand }: Props) => {
  const { m, w } = useSpeech()
  const { figure } = trace
  return (
    <>
      <div className="figure-value">
        <output aria-label={m.figure.printed} lang={figure.value === null ? undefined : 'zh-CN'}>{figure.value === null && figure.change !== null ? w(figure.change.text) : figure.text}</output>
        <SourceBadge source={figure.source} status={figure.status} />
        {figure.live && <span className="badge">{m.figure.live}</span>}
      </div>
      <dl className="facts">
        <dt>{m.figure.exact}</dt>
        <dd>
          <NumberCell value={figure.value} unit={figure.unit} />
        </dd>
        <dt>{m.figure.change}</dt>
        <dd>
          <ChangeText change={figure.change} />
          {figure.base !== null && (
            <span className="fact-note">
              {m.figure.base} <NumberCell value={figure.base} unit={figure.unit} />
            </span>
          )}
        </dd>
        <dt>{m.figure.about}</dt>
        <dd>{w(trace.about)}</dd>
        <dt>{m.figure.method}</dt>
        <dd>
          {w(trace.method)}
          {trace.operands.length > 0 && (
            <ul className="operands">
              {trace.operands.map((operand) => (
                <li key={operand.id}>
                  <button type="button" className="link" onClick={() => onOperand(operand.id)}>
                    {w(operand.title)}
                  </button>
                  <NumberCell value={operand.value} unit={operand.unit} />
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{m.figure.kept}</dt>
        <dd>
          {w(figure.ownerName)}
          <span className="fact-note">{m.figure.version(figure.version)}</span>
          {figure.statedBy !== null && <span className="fact-note">{m.figure.statedBy(figure.statedBy)}</span>}
        </dd>
      </dl>
    </>
  )
}
