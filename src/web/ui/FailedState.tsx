import { Button } from 'antd'
import { ApiError, hasCode, isRefused, wordsOf } from '../app/errors.ts'
import { useSpeech } from '../app/i18n.tsx'

/** What the server refused, in its own words; or what failed, with the number to quote and a way to try again. */
export const FailedState = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const { m, w } = useSpeech()
  const refused = isRefused(error)
  const requestId = error instanceof ApiError ? error.requestId : undefined
  return (
    <div className="state" role="alert">
      <p className="state-title">{hasCode(error, 'not-found') ? m.ui.notFound : refused ? m.ui.refused : m.ui.failed}</p>
      <p>{w(wordsOf(error))}</p>
      {error instanceof ApiError && error.fields.map((each) => <p key={each.field}>{w(each.message)}</p>)}
      {!refused && requestId !== undefined && <p className="faint">{m.ui.requestId(requestId)}</p>}
      {!refused && retry !== undefined && <Button onClick={retry}>{m.ui.retry}</Button>}
    </div>
  )
}
