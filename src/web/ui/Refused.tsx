import { Alert } from 'antd'
import { wordsOf } from '../app/errors.ts'
import { useSpeech } from '../app/i18n.tsx'

/** Why a change was not made, above the form that asked for it. */
export const Refused = ({ error }: { error: unknown }) => {
  const { w } = useSpeech()
  return error === null || error === undefined ? null : <Alert type="error" showIcon role="alert" title={w(wordsOf(error))} className="refused" />
}
