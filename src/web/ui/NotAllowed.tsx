import { useSpeech } from '../app/i18n.tsx'

/** Stands where a screen's work would, for those whose post does not do it. */
export const NotAllowed = () => {
  const { m } = useSpeech()
  return (
    <div className="state" role="alert">
      <p className="state-title">{m.ui.refused}</p>
      <p>{m.ui.otherPost}</p>
    </div>
  )
}
