import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { NotAllowed } from '../../ui/NotAllowed.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useWord } from './useWord.ts'
import { WordPreview } from './WordPreview.tsx'
import './word.css'

/** Brings a report back from Word: choose the file, look through what it changes, take it as proposed wording. */
export const WordPage = () => {
  const { report } = useParams({ from: '/report/word/$report' })
  const { m } = useSpeech()
  const it = useWord(Number(report))
  const { shown } = it
  const { can } = useSession()
  const returns = may(can, 'report.return')
  return (
    <div className="page page-reading word">
      <p className="crumb">
        <Link to="/report">{m.word.toReport}</Link>
      </p>
      <PageHead title={m.word.title} note={shown?.name}>
        {returns && (
          <FileButton {...(shown === undefined && { type: 'primary' as const })} loading={it.read.isPending} accept=".docx" onFiles={([file]) => it.open(file)}>
            {shown === undefined ? m.word.choose : m.word.again}
          </FileButton>
        )}
      </PageHead>
      {it.problem !== undefined && <Alert type="error" showIcon role="alert" title={it.problem} />}
      <Refused error={it.read.error} />
      {it.read.isPending && <LoadingState lines={6} />}
      {it.take.data !== undefined && <Alert type="success" showIcon role="status" title={m.word.taken(it.take.data.proposals, it.take.data.remarks)} action={<Link to="/report">{m.word.toReport}</Link>} />}
      {!returns && <NotAllowed />}
      {returns && shown === undefined && !it.read.isPending && <p>{m.word.about}</p>}
      {shown !== undefined && !it.read.isPending && it.problem === undefined && it.take.data === undefined && <WordPreview it={it} preview={shown.preview} />}
    </div>
  )
}
