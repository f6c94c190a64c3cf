import { useSpeech } from '../../app/i18n.tsx'

/** Where the interface for programs is described, as far as the reader may use it. */
export const ApiPanel = () => {
  const { m } = useSpeech()
  return (
    <>
      <p className="form-about">{m.settings.apiAbout}</p>
      <a href="/api/openapi.json" target="_blank" rel="noreferrer">
        /api/openapi.json
      </a>
    </>
  )
}
