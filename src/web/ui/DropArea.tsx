import type { ReactNode } from 'react'
import { useState } from 'react'

type Props = { readonly className: string; readonly onFiles: (files: readonly File[]) => void; readonly children: ReactNode }

/** A place files can be dropped on; it says `over` while they hang above it. */
export const DropArea = ({ className, onFiles, children }: Props) => {
  const [over, setOver] = useState(false)
  return (
    <div
      className={over ? `${className} over` : className}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onFiles(files)
      }}
    >
      {children}
    </div>
  )
}
