import type { FigureOut } from '../../../api/figure.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'

/** Definition and way of counting of one figure, and its key. */
export const FigureAbout = ({ figure }: { figure: FigureOut }) => {
  const { m, w } = useSpeech()
  const trace = useCall('figure.trace', { measure: figure.id, period: figure.period, org: figure.org, limit: 1 })
  return (
    <Answer query={trace} lines={2}>
      {(data) => (
        <dl className="facts">
          <dt>{m.figure.about}</dt>
          <dd>{w(data.about)}</dd>
          <dt>{m.figure.method}</dt>
          <dd>{w(data.method)}</dd>
          <dt>{m.figure.key}</dt>
          <dd>
            <code>{figure.id}</code>
          </dd>
        </dl>
      )}
    </Answer>
  )
}
