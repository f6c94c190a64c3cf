import excel from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A workbook written by another library than the one that reads it here. */
export const workbookFile = async (fill: (book: excel.Workbook) => void): Promise<Uint8Array> => {
  const book = new excel.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A workbook with some of its parts written anew; a change that answers undefined takes the part out. */
export const editedWorkbook = (bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string | undefined>>): Uint8Array => {
  const files = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes)) {
    const changed = change(files[name] === undefined ? '' : strFromU8(files[name]))
    if (changed === undefined) delete files[name]
    else files[name] = strToU8(changed)
  }
  return zipSync(files, { level: 1 })
}
