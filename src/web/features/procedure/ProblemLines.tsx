import type { Words } from '../../../core/words.ts'
import { useSpeech } from '../../app/i18n.tsx'

/** What keeps something from being used, a line for each. */
export const ProblemLines = ({ said }: { readonly said: readonly Words[] }) => {
  const { w } = useSpeech()
  return said.length === 0 ? null : (
    <ul className="procedure-wrong" role="alert">
      {said.map((words) => (
        <li key={words.zh}>{w(words)}</li>
      ))}
    </ul>
  )
}
