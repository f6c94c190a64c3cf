import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file with some of its parts written anew; a change that answers undefined takes the part out. */
export const editedWord = (bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string | undefined>>): Uint8Array => {
  const files = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes)) {
    const changed = change(files[name] === undefined ? '' : strFromU8(files[name]))
    if (changed === undefined) delete files[name]
    else files[name] = strToU8(changed)
  }
  return zipSync(files, { level: 1 })
}

/** The body of a file as a list of paragraphs and tables, and the file with another list in its place. */
export const bodyParts = (xml: string): { readonly parts: readonly string[]; readonly with: (parts: readonly string[]) => string } => {
  const [whole = '', head = '', inner = '', tail = ''] = /^([^]*<w:body>)([^]*?)((?:<w:sectPr[^]*)?<\/w:body>[^]*)$/.exec(xml) ?? []
  if (whole === '') throw new Error('no body')
  const parts = inner.match(/<w:tbl>[^]*?<\/w:tbl>|<w:p\/>|<w:p(?: [^>]*)?>[^]*?<\/w:p>/g) ?? []
  return { parts, with: (changed) => `${head}${changed.join('')}${tail}` }
}
