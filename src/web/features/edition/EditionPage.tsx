import { useMemo } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import type { EditionOut } from '../../../api/report.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { useFigureSearch, useOpenFigure } from '../../app/useOpenFigure.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { CopyParagraph } from '../report/CopyParagraph.tsx'
import { Paper } from '../report/Paper.tsx'
import type { Beside } from '../report/PaperRow.tsx'
import { PublicationStrip } from '../publication/PublicationStrip.tsx'
import { ExportWord } from '../template/ExportWord.tsx'
import { EditionHead } from './EditionHead.tsx'
import { Restatement } from './Restatement.tsx'
import './edition.css'

/** A sealed edition as it was printed, the head of the book on it, and beside it what has changed since. */
export const EditionPage = () => {
  const { m } = useSpeech()
  const { edition } = useParams({ from: '/editions/$edition' })
  const query = useCall('edition.read', { edition })
  return (
    <div className="edition">
      <Answer query={query} lines={14}>
        {(data) => (
          <>
            <PageHead title={m.edition.titleOf(data.title, data.edition.number)}>
              <Link to="/report" search={{ period: data.period }} className="page-back">
                {m.edition.toLiving}
              </Link>
              <ExportWord verb="edition.export" input={{ edition }} label={m.edition.exportWord} />
            </PageHead>
            <PublicationStrip edition={edition} />
            <div className="edition-desk">
              <SealedPaper data={data} />
              <aside className="desk-restatement" aria-label={m.edition.restatement}>
                <Restatement items={data.restatement} unitOf={(measure) => data.figures.find((figure) => figure.id === measure)?.unit ?? ''} asOf={data.edition.headNumber} period={data.period} />
              </aside>
            </div>
          </>
        )}
      </Answer>
    </div>
  )
}

const copyOf: Beside = (block, _at, { told }) => <CopyParagraph block={block} told={told} stop />

const SealedPaper = ({ data }: { data: EditionOut }) => {
  const { open } = useOpenFigure()
  const { figure: opened } = useFigureSearch()
  const figures = useMemo(() => new Map(data.figures.map((figure) => [figure.id, figure])), [data])
  const told = useMemo(() => new Map(data.told.map((each) => [each.measure, each])), [data])
  return (
    <Paper
      document={data.document}
      figures={figures}
      told={told}
      opened={opened}
      onOpen={(measure) => open({ measure, period: data.period, asOf: `#${data.edition.headNumber}` })}
      beside={copyOf}
      head={<EditionHead edition={data.edition} />}
    />
  )
}
