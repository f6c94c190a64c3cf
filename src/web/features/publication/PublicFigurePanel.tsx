import type { PublicFigureOut } from '../../../api/publication.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { PanelDrawer } from '../../ui/PanelDrawer.tsx'

type Props = { readonly publication: string; readonly measure: string; readonly onClose: () => void }

/** What stands behind a public number: its definition, source and counts, and by village what is not small. */
export const PublicFigurePanel = ({ publication, measure, onClose }: Props) => {
  const { m, w } = useSpeech()
  const query = useCall('publication.figure', { publication, measure })
  const title = query.data === undefined ? measure : w(query.data.title)
  return (
    <PanelDrawer title={title} label={m.publication.figure(title)} onClose={onClose} className="public-drawer">
      <Answer query={query} lines={6}>
        {(figure) => (
          <>
            <p className="public-value" lang="zh-CN">
              {figure.text === '—' ? (figure.change ?? figure.text) : figure.text}
            </p>
            <Facts figure={figure} />
            <ByOrg figure={figure} />
          </>
        )}
      </Answer>
    </PanelDrawer>
  )
}

const Facts = ({ figure }: { figure: PublicFigureOut }) => {
  const { m, w } = useSpeech()
  return (
    <dl className="facts">
      <dt>{m.publication.about}</dt>
      <dd>{w(figure.about)}</dd>
      <dt>{m.publication.method}</dt>
      <dd>{w(figure.method)}</dd>
      <dt>{m.publication.source}</dt>
      <dd>{m.publication.sourceOf[figure.source]}</dd>
      {figure.status !== null && (
        <>
          <dt>{m.publication.status}</dt>
          <dd>{w(figure.status)}</dd>
        </>
      )}
      <dt>{m.publication.owner}</dt>
      <dd>{w(figure.ownerName)}</dd>
      {figure.change !== null && (
        <>
          <dt>{m.publication.change}</dt>
          <dd lang="zh-CN">{figure.change}</dd>
        </>
      )}
      {(figure.source === 'computed' || figure.source === 'formula') && (
        <>
          <dt>{m.publication.rows}</dt>
          <dd className="number-text">{figure.rows === null ? m.publication.fewer(figure.smallCell) : m.publication.rowsOf(figure.rows)}</dd>
        </>
      )}
    </dl>
  )
}

const ByOrg = ({ figure }: { figure: PublicFigureOut }) => {
  const { m, w } = useSpeech()
  const { byOrg, noOrg } = figure
  if (byOrg === null) return <p className="faint">{m.publication.noOrg[noOrg ?? 'small']}</p>
  return (
    <>
      <table className="by-org">
        <caption>{m.publication.byOrg}</caption>
        <tbody>
          {byOrg.shown.map((cell) => (
            <tr key={cell.org.zh}>
              <th scope="row">{w(cell.org)}</th>
              <td>
                <NumberCell value={cell.value} unit={figure.unit} />
              </td>
            </tr>
          ))}
          {byOrg.withheld.map((org) => (
            <tr key={org.zh}>
              <th scope="row">{w(org)}</th>
              <td className="faint">{m.publication.withheld}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!byOrg.adds && <p className="faint">{m.publication.notAdding}</p>}
      {byOrg.withheld.length > 0 && <p className="faint">{m.publication.byOrgAbout(figure.smallCell)}</p>}
    </>
  )
}
