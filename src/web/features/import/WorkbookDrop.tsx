import { useSpeech } from '../../app/i18n.tsx'
import { DropArea } from '../../ui/DropArea.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import './import.css'

/** A place to drop a workbook, or to choose one. */
export const WorkbookDrop = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const { m } = useSpeech()
  const take = ([file]: readonly File[]): void => void (file !== undefined && onFile(file))
  return (
    <DropArea className="import-drop" onFiles={take}>
      <p>
        {m.import.drop}{' '}
        <FileButton type="primary" accept=".xlsx,.xls,.et,.csv" onFiles={take}>
          {m.import.choose}
        </FileButton>
      </p>
      <p className="faint">{m.import.kinds}</p>
    </DropArea>
  )
}
