import { useId } from 'react'
import { Button } from 'antd'
import type { DesignOut } from '../../../api/design.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { numberText } from '../../ui/number-text.ts'
import { Written } from '../../ui/Written.tsx'
import { SheetSelect } from '../import/SheetSelect.tsx'

type Props = { readonly data: DesignOut; readonly busy: boolean; readonly onMap: (change: { sheet?: string; headerTo?: number }) => void }

/** Which sheet is the table and in which row its head ends; shown open where no head was found. */
export const SheetHead = ({ data, busy, onMap }: Props) => {
  const { m } = useSpeech()
  const id = useId()
  return (
    <section className="design-sheet">
      <div className="filters">
        <label htmlFor={`${id}-sheet`}>
          <span>{m.design.sheet}</span> <SheetSelect id={`${id}-sheet`} sheets={data.sheets} sheet={data.sheet} disabled={busy} onSheet={(sheet) => onMap({ sheet })} />
        </label>
        {data.headerTo !== null && data.headerTo > 0 && <span>{m.design.headRow(data.headerTo)}</span>}
        {data.headerTo === 0 && <span>{m.design.noHead}</span>}
        <span className="number-text">{m.design.rows(numberText(String(data.rows)))}</span>
        {data.more > 0 && <span className="design-wrong">{m.design.more(data.more)}</span>}
      </div>
      <details open={data.headerTo === null}>
        <summary>{m.design.top}</summary>
        <p className="faint">{m.design.topAbout}</p>
        <div className="table-frame" tabIndex={0} role="region" aria-label={m.design.top}>
          <table className="table design-top">
            <tbody>
              {data.top.map(({ row, cells }) => (
                <tr key={row} className={row === data.headerTo ? 'open' : undefined}>
                  <th scope="row">
                    <Button size="small" type={row === data.headerTo ? 'primary' : 'default'} disabled={busy} aria-pressed={row === data.headerTo} aria-label={m.design.headRow(row)} onClick={() => onMap({ headerTo: row })}>
                      {row}
                    </Button>
                  </th>
                  {cells.slice(0, 12).map((text, at) => (
                    <td key={at}>
                      <Written text={text} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Button size="small" disabled={busy || data.headerTo === 0} onClick={() => onMap({ headerTo: 0 })}>
          {m.design.noHead}
        </Button>
      </details>
    </section>
  )
}
