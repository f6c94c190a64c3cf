import { useMemo } from 'react'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { PublicationOut } from '../../../api/publication.ts'
import { hasCode } from '../../app/errors.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { useFigureSearch, useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DemoBanner } from '../../ui/DemoBanner.tsx'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { Paper } from '../report/Paper.tsx'
import { CatalogueTable } from './CatalogueTable.tsx'
import { PublicChecking } from './PublicChecking.tsx'
import { PublicFigurePanel } from './PublicFigurePanel.tsx'
import './publication.css'

/** A public edition as anyone may read it, signed in or not: the catalogue entry, the sealed sheet, what changed since, and how to check it. */
export const PublicPage = () => {
  const { m, lang } = useSpeech()
  const { publication } = useParams({ from: '/public/$publication' })
  const query = useCall('publication.read', { publication })
  const { figure } = useFigureSearch()
  const { close } = useOpenFigure()
  return (
    <div className="public">
      {query.data !== undefined && <DemoBanner town={query.data.town} />}
      <header className="public-top">
        <b>{query.data === undefined ? m.publication.page : `${query.data.town[lang]} · ${m.publication.page}`}</b>
        <span>
          {query.data !== undefined && <Button onClick={() => window.print()}>{m.publication.print}</Button>}
          <LanguageSwitch />
        </span>
      </header>
      <main id="main" tabIndex={-1} className="public-main">
        {hasCode(query.error, 'publication-withdrawn') ? (
          <div className="state" role="status">
            <p className="state-title">{m.publication.withdrawnTitle}</p>
          </div>
        ) : (
          <Answer query={query} lines={14}>
            {(data) => (
              <>
                <title>{`${data.title} · ${data.town[lang]}`}</title>
                <CatalogueTable catalogue={data.catalogue} />
                <PublicSheet data={data} opened={figure} />
                <PublicChecking data={data} />
              </>
            )}
          </Answer>
        )}
      </main>
      {figure !== undefined && query.data !== undefined && <PublicFigurePanel publication={publication} measure={figure} onClose={close} />}
    </div>
  )
}

const PublicSheet = ({ data, opened }: { data: PublicationOut; opened: string | undefined }) => {
  const { m } = useSpeech()
  const { open } = useOpenFigure()
  const figures = useMemo(() => new Map(data.figures.map((figure) => [figure.id, figure])), [data])
  const told = useMemo(() => new Map(data.told.map((each) => [each.measure, each])), [data])
  return <Paper document={data.document} figures={figures} told={told} opened={opened} onOpen={(measure) => open({ measure, period: '' })} foot={<p className="paper-foot">{m.publication.foot(data.smallCell)}</p>} />
}
