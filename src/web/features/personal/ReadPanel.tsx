import { useState } from 'react'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { useCall } from '../../app/useCall.ts'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ReadTable } from './ReadTable.tsx'

/** Who looked at which personal field: all of it for an auditor, for everyone else her own and that of the ledgers she keeps. */
export const ReadPanel = () => {
  const { m } = useSpeech()
  const [before, setBefore] = useState<number>()
  const query = useCall('read.list', before === undefined ? {} : { before }, { keep: true })
  return (
    <Answer query={query} lines={10}>
      {({ reads, more, all }) => (
        <>
          <p className="form-about">{m.personal.reads.about}</p>
          <p className="form-about">{all ? m.personal.reads.all : m.personal.reads.own}</p>
          {reads.length === 0 ? <EmptyState title={m.personal.reads.none} /> : <ReadTable reads={reads} />}
          <div className="form-acts">
            {before !== undefined && <Button onClick={() => setBefore(undefined)}>{m.ui.firstPage}</Button>}
            {more && <Button onClick={() => setBefore(reads.at(-1)?.number)}>{m.personal.reads.older}</Button>}
          </div>
        </>
      )}
    </Answer>
  )
}
