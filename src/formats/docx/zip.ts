import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a zip archive by its central directory, without encryption or zip64: what a Word file is. */
type Entry = { readonly name: string; readonly central: number; readonly local: number; readonly method: number; readonly check: number; readonly packed: number }

/** Sets the time of every entry to the first one a zip can tell, so that the same files are the same bytes. Changes `bytes` in place. */
export const withoutTimes = (bytes: Uint8Array): Uint8Array => {
  const view = viewOf(bytes)
  for (const { central, local } of entriesOf(bytes)) {
    view.setUint32(central + 12, firstTime, true)
    view.setUint32(local + 10, firstTime, true)
  }
  return bytes
}

/** The names of an archive's files, in the order of its directory. */
export const entryNames = (bytes: Uint8Array): readonly string[] => entriesOf(bytes).map(({ name }) => name)

/** What all files of an archive unpack to together, counted by unpacking them and never beyond `most`; a directory may lie. */
export const unpackedSize = (bytes: Uint8Array, most: number): number | 'damaged' | 'too-large' => {
  let total = 0
  for (const name of entryNames(bytes)) {
    const unpacked = unpackEntry(bytes, name, most - total + 1)
    if (typeof unpacked === 'string') return unpacked === 'too-large' ? unpacked : 'damaged'
    total += unpacked.length
    if (total > most) return 'too-large'
  }
  return total
}

/** The text of one file; undefined when the bytes are no zip, have no such file, or it is larger than 64 MB or damaged. */
export const readEntry = (bytes: Uint8Array, name: string): string | undefined => {
  const unpacked = unpackEntry(bytes, name, 64 * 1024 * 1024)
  return typeof unpacked === 'string' ? undefined : new TextDecoder().decode(unpacked)
}

/** The bytes of one file, or why there are none. No more than `most` bytes are ever unpacked. */
export const unpackEntry = (bytes: Uint8Array, name: string, most: number): Uint8Array | 'missing' | 'damaged' | 'too-large' => {
  try {
    const entry = entriesOf(bytes).find((candidate) => candidate.name === name)
    if (entry === undefined) return 'missing'
    const view = viewOf(bytes)
    const from = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true)
    const packed = bytes.subarray(from, from + entry.packed)
    const unpacked = entry.method === 0 ? packed : entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: most }) : undefined
    if (unpacked === undefined || crc32(unpacked) !== entry.check) return 'damaged'
    return unpacked.length > most ? 'too-large' : unpacked
  } catch (error) {
    if (isZlibError(error)) return error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged'
    if (error instanceof RangeError) return 'damaged'
    throw error
  }
}

/** 1 January 1980, midnight, as DOS date and time. */
const firstTime = 0x0021_0000
const endRecord = 0x06054b50
const directoryRecord = 0x02014b50

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isZlibError = (error: unknown): error is Error & { readonly code: string } => error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(Z_|ERR_)/.test(error.code)

/** Every entry, or none when the bytes end in no directory. A directory that points outside the bytes throws RangeError. */
const entriesOf = (bytes: Uint8Array): readonly Entry[] => {
  const view = viewOf(bytes)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end--
  if (end < 0) return []
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === directoryRecord; left--) {
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      central: at,
      local: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      check: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
