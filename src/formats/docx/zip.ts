import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a zip archive by its central directory, zip64 too, without encryption: what a Word file and a workbook are. */
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

/** A file as it lies packed in an archive; undefined where there is none of that name, it is packed in a way we do not know, or it lies outside the bytes. */
export const packedEntry = (bytes: Uint8Array, name: string): { readonly packed: Uint8Array; readonly deflated: boolean; readonly check: number } | undefined => {
  try {
    const entry = entriesOf(bytes).find((candidate) => candidate.name === name)
    if (entry === undefined || (entry.method !== 0 && entry.method !== 8)) return undefined
    const view = viewOf(bytes)
    const from = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true)
    return { packed: bytes.subarray(from, from + entry.packed), deflated: entry.method === 8, check: entry.check }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Where the directory of a zip64 archive begins and how many files it tells; undefined where the archive is none. */
const wideEnd = (view: DataView, end: number): { readonly at: number; readonly count: number } | undefined => {
  if (end < 20 || view.getUint32(end - 20, true) !== wideLocator) return undefined
  const at = Number(view.getBigUint64(end - 12, true))
  return view.getUint32(at, true) === wideEndRecord ? { at: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) } : undefined
}

/** Reads a size or place of a directory record; where it says 0xffffffff it stands in the record's zip64 extra, in the order size, packed size, place. */
const wideFields = (view: DataView, at: number): ((place: number) => number) => {
  const full = [at + 24, at + 20, at + 42].filter((place) => view.getUint32(place, true) === allOnes)
  if (full.length === 0) return (place) => view.getUint32(place, true)
  const from = at + 46 + view.getUint16(at + 28, true)
  for (let extra = from; extra + 4 <= from + view.getUint16(at + 30, true); extra += 4 + view.getUint16(extra + 2, true))
    if (view.getUint16(extra, true) === 1) return (place) => (full.includes(place) ? Number(view.getBigUint64(extra + 4 + 8 * full.indexOf(place), true)) : view.getUint32(place, true))
  return (place) => view.getUint32(place, true)
}

/** 1 January 1980, midnight, as DOS date and time. */
const firstTime = 0x0021_0000
const endRecord = 0x06054b50
const directoryRecord = 0x02014b50
const wideLocator = 0x07064b50
const wideEndRecord = 0x06064b50
const allOnes = 0xffffffff

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isZlibError = (error: unknown): error is Error & { readonly code: string } => error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(Z_|ERR_)/.test(error.code)

/** Every entry, or none when the bytes end in no directory. A directory that points outside the bytes throws RangeError. */
const entriesOf = (bytes: Uint8Array): readonly Entry[] => {
  const view = viewOf(bytes)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end--
  if (end < 0) return []
  const entries: Entry[] = []
  const large = wideEnd(view, end)
  let at = large?.at ?? view.getUint32(end + 16, true)
  for (let left = large?.count ?? view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === directoryRecord; left--) {
    const nameLength = view.getUint16(at + 28, true)
    const wide = wideFields(view, at)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      central: at,
      local: wide(at + 42),
      method: view.getUint16(at + 10, true),
      check: view.getUint32(at + 16, true),
      packed: wide(at + 20),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
