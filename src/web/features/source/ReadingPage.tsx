import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../app/i18n.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { IntakeForm } from './IntakeForm.tsx'
import { ReadingDesk } from './ReadingDesk.tsx'
import { useHeldWork } from './work-store.ts'
import './source.css'

/** A document is handed in; once it is read it lies on the desk until it is entered in the book or given up. */
export const ReadingPage = () => {
  const { m } = useSpeech()
  const work = useHeldWork()
  if (work !== undefined) return <ReadingDesk work={work} />
  return (
    <div className="page page-reading">
      <p className="crumb">
        <Link to="/sources">{m.source.list}</Link>
      </p>
      <PageHead title={m.source.title} />
      <p className="source-about">{m.source.intake.about}</p>
      <IntakeForm />
    </div>
  )
}
