import { useSpeech } from '../app/i18n.tsx'

/** Waiting for the first answer; `lines` grey lines stand where the rows will be. */
export const LoadingState = ({ lines = 6 }: { lines?: number }) => {
  const { m } = useSpeech()
  return (
    <div className="state-loading" role="status" aria-live="polite">
      <span className="only-read">{m.ui.loading}</span>
      {Array.from({ length: lines }, (_, n) => (
        <i key={n} style={{ width: `${92 - ((n * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
