import { useState } from 'react'
import { useSpeech } from '../app/i18n.tsx'

type Props = { readonly id: string; readonly accept: string; readonly onChoose: (file: File | undefined) => void }

/** Chooses one file, in the language of the screens; the browser's own control speaks the browser's. Its hint is `<id>-note`. */
export const FileInput = ({ id, accept, onChoose }: Props) => {
  const { m } = useSpeech()
  const [name, setName] = useState<string>()
  return (
    <span className="file-input">
      <input
        id={id}
        type="file"
        className="only-read"
        accept={accept}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          setName(file?.name)
          onChoose(file)
        }}
      />
      <label htmlFor={id}>{m.ui.chooseFile}</label>
      <span className={name === undefined ? 'faint' : undefined}>{name ?? m.ui.noFile}</span>
    </span>
  )
}
