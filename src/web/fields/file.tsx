import { useContext, useEffect, useRef } from 'react'
import { Button, Image } from 'antd'
import { attachedOf, attachedText } from '../../core/ledger/attached.ts'
import type { Attached } from '../../core/ledger/attached.ts'
import { fileAddress } from '../app/call.ts'
import { useSpeech } from '../app/i18n.tsx'
import { EntryPlaceContext } from './entry-place.ts'
import type { EntryPlace } from './entry-place.ts'
import type { FieldView, InputProps, OutputProps } from './field-view.ts'
import { isPicture } from './picture.ts'
import { useUploads } from './useUploads.ts'
import './file.css'

/** Photos and documents of an entry. They are sent as soon as they are chosen; the entry names them when it is saved. */
export const Input = ({ field, value, onChange, id, describedBy, invalid }: InputProps) => {
  const { m, w } = useSpeech()
  const files = attachedOf(value)
  const present = useRef(files)
  useEffect(() => {
    present.current = attachedOf(value)
  }, [value])
  const set = (next: readonly Attached[]) => {
    present.current = next
    onChange(attachedText(next))
  }
  const { sending, full, most, megabytes, take } = useUploads(field, files.length, (file) => set([...present.current.filter((each) => each.hash !== file.hash), file]))
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    void take([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <div className="files-input" aria-invalid={invalid}>
      <ul className="files-named">
        {files.map((file) => (
          <li key={file.hash}>
            <span>{file.name || file.hash.slice(0, 8)}</span>
            <Button size="small" onClick={() => set(present.current.filter((each) => each.hash !== file.hash))} aria-label={m.personal.files.remove(file.name)}>
              ×
            </Button>
          </li>
        ))}
        {sending.map(({ key, name, percent, tooLarge, problem }) => (
          <li key={key} className={problem !== undefined || tooLarge ? 'form-problem' : 'faint'} role={problem !== undefined || tooLarge ? 'alert' : 'status'}>
            {tooLarge ? m.personal.files.tooLarge(name, megabytes) : problem !== undefined ? `${m.personal.files.failed(name)}${w(problem)}` : m.personal.files.sending(name, percent)}
          </li>
        ))}
        {full && (
          <li className="form-problem" role="alert">
            {m.personal.files.full(most)}
          </li>
        )}
      </ul>
      <div className="files-acts">
        <Button onClick={() => picker.current?.click()} disabled={files.length >= most}>
          {m.personal.files.pick}
        </Button>
        <Button className="files-camera" onClick={() => camera.current?.click()} disabled={files.length >= most}>
          {m.personal.files.camera}
        </Button>
      </div>
      <input ref={picker} id={id} type="file" multiple className="only-read" tabIndex={-1} aria-describedby={describedBy} accept="image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx" onChange={chosen} />
      <input ref={camera} type="file" hidden accept="image/*" capture="environment" onChange={chosen} />
      <p className="form-hint">{m.personal.files.hint(megabytes)}</p>
    </div>
  )
}

/** In a cell how many there are; where the entry is known, pictures that open and documents to save. */
export const Output = ({ value }: OutputProps) => {
  const { m } = useSpeech()
  const place = useContext(EntryPlaceContext)
  const files = attachedOf(value)
  if (files.length === 0) return null
  return place?.entry === undefined ? <>{m.personal.files.count(files.length)}</> : <Gallery files={files} place={place} />
}

export const text: FieldView['text'] = (value) => attachedOf(value).map(({ name, hash }) => name || hash.slice(0, 8)).join('、')

const Gallery = ({ files, place }: { readonly files: readonly Attached[]; readonly place: EntryPlace }) => {
  const { m } = useSpeech()
  const address = (file: Attached, small = false) => fileAddress('file.fetch', { ledger: place.ledger, entry: place.entry, hash: file.hash, ...(small && { small: 'true' }) })
  const pictures = files.filter(({ name }) => isPicture(name))
  return (
    <>
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          <ul className="gallery">
            {pictures.map((file) => (
              <li key={file.hash}>
                <Image src={address(file, true)} preview={{ src: address(file), cover: file.name }} alt={file.name} loading="lazy" />
              </li>
            ))}
          </ul>
        </Image.PreviewGroup>
      )}
      <ul className="files-named">
        {files.filter(({ name }) => !isPicture(name)).map((file) => (
          <li key={file.hash}>
            <a href={address(file)} download={file.name} aria-label={m.personal.files.saveAs(file.name)}>
              {file.name || file.hash.slice(0, 8)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
