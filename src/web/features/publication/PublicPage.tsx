import { useMemo } from 'react'
import { useParams } from '@tanstack/react-router'
import type { PublicationOut } from '../../../api/publication.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { useFigureSearch, useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Paper } from '../report/Paper.tsx'
import { CatalogueTable } from './CatalogueTable.tsx'
import { OtherEditions } from './OtherEditions.tsx'
import { PublicChecking } from './PublicChecking.tsx'
import { PublicFigurePanel } from './PublicFigurePanel.tsx'
import { PublicFrame } from './PublicFrame.tsx'

/** A public edition as anyone may read it, signed in or not: the catalogue entry, the sealed sheet, what changed since, and how to check it. */
export const PublicPage = () => {
  const { lang } = useSpeech()
  const { publication } = useParams({ from: '/public/$publication' })
  const query = useCall('publication.read', { publication })
  const { figure } = useFigureSearch()
  const { close } = useOpenFigure()
  return (
    <div className="public">
      <PublicFrame town={query.data?.town} error={query.error}>
        <Answer query={query} lines={14}>
          {(data) => (
            <>
              <title>{`${data.title} · ${data.town[lang]}`}</title>
              <CatalogueTable catalogue={data.catalogue} />
              <OtherEditions publication={publication} editions={data.editions} />
              <PublicSheet data={data} opened={figure} />
              <PublicChecking data={data} />
            </>
          )}
        </Answer>
      </PublicFrame>
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
