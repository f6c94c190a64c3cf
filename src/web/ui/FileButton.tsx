import type { ReactNode } from 'react'
import { useRef } from 'react'
import type { ButtonProps } from 'antd'
import { Button } from 'antd'

type Props = Pick<ButtonProps, 'type' | 'loading' | 'disabled'> & { readonly accept: string; /** Opens the camera where there is one. */ readonly capture?: 'environment'; readonly describedBy?: string; readonly onFiles: (files: readonly File[]) => void; readonly children: ReactNode }

/** A button that lets files be chosen; the same file can be chosen again. */
export const FileButton = ({ accept, capture, describedBy, onFiles, children, ...button }: Props) => {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} aria-describedby={describedBy} onClick={() => chooser.current?.click()}>
        {children}
      </Button>
      <input
        ref={chooser}
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        className="only-read"
        accept={accept}
        {...(capture !== undefined && { capture })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
