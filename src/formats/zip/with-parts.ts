import { strToU8, unzipSync, zipSync } from 'fflate'

/** Sets the time of every file to the first day a zip can tell, so that the same files are the same bytes. */
const mtime = new Date(1980, 0, 1)

/** The archive with some of its files replaced or added, the others as they are. The archive must be a sound one. */
export const withParts = (bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array => {
  const files = unzipSync(bytes)
  for (const [name, text] of parts) files[name] = strToU8(text)
  return zipSync(files, { mtime, level: 6 })
}
