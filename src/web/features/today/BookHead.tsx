import { useSpeech } from '../../app/i18n.tsx'
import { momentText } from '../../ui/moment-text.ts'

/** Where the book stands: its last journal row and the hash that seals all before it. */
export const BookHead = ({ head }: { head: { readonly number: number; readonly hash: string; readonly recordedAt: string } }) => {
  const { m } = useSpeech()
  return (
    <section aria-labelledby="today-head">
      <h2 id="today-head">{m.today.head}</h2>
      <p>
        <span className="number-text">#{head.number}</span> <span className="faint number-text">{momentText(head.recordedAt)}</span>
      </p>
      <p>
        <code className="hash">{head.hash}</code>
      </p>
    </section>
  )
}
