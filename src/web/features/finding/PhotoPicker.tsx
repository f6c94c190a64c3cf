import { useCallback, useState } from 'react'
import { Button } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { shrinkPhoto } from './shrink-photo.ts'

type Props = { readonly photos: readonly File[]; readonly megabytes: number; readonly onChange: (photos: readonly File[]) => void }

/** Most photos of one finding. */
const most = 9

/** Takes photos with the camera or from the album, makes them smaller at once, and says of one that is still too large which limit it passes. */
export const PhotoPicker = ({ photos, megabytes, onChange }: Props) => {
  const { m } = useSpeech()
  const told = m.finding
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (files: readonly File[]) => {
    setBusy(true)
    const smaller: File[] = []
    for (const file of files) smaller.push(await shrinkPhoto(file))
    const fitting = smaller.filter(({ size }) => size <= megabytes * 1024 * 1024)
    setProblem(fitting.length < smaller.length ? told.tooLarge(megabytes) : photos.length + fitting.length > most ? told.tooMany(most) : undefined)
    onChange([...photos, ...fitting].slice(0, most))
    setBusy(false)
  }
  return (
    <div>
      <div className="finding-photos">
        <FileButton type={photos.length === 0 ? 'primary' : 'default'} loading={busy} accept="image/*" capture="environment" onFiles={(files) => void take(files)}>
          {told.camera}
        </FileButton>
        <FileButton accept="image/*" onFiles={(files) => void take(files)}>
          {told.album}
        </FileButton>
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {photos.length > 0 && (
        <ul className="finding-taken">
          {photos.map((photo, at) => (
            <li key={`${at} ${photo.name}`}>
              <Picture photo={photo} />
              <Button size="small" onClick={() => onChange(photos.filter((each) => each !== photo))} aria-label={told.removePhoto(at + 1)}>
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Picture = ({ photo }: { readonly photo: File }) => {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (image === null) return undefined
      const made = URL.createObjectURL(photo)
      image.src = made
      return () => URL.revokeObjectURL(made)
    },
    [photo],
  )
  return <img ref={show} alt={photo.name} />
}
