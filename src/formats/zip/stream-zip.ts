import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of an archive, made while it is written. */
export type ZipPart = { readonly name: string; readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> }

/**
 * Writes an archive piece by piece, so that its size never stands in memory; sizes and check sums follow each file. Without zip64:
 * throws RangeError where a file or the archive would pass 4 GiB. The same files are the same bytes.
 */
export async function* streamZip(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array, void, undefined> {
  const directory: Buffer[] = []
  let at = 0
  for await (const { name, chunks } of parts) {
    const local = at
    const head = localHead(name)
    at += head.length
    yield head
    const tally = { check: 0, size: 0, packed: 0 }
    for await (const bytes of packed(chunks, tally)) {
      at += bytes.length
      yield bytes
    }
    const trailer = Buffer.alloc(16)
    trailer.writeUInt32LE(0x08074b50, 0)
    writeTally(trailer, 4, tally)
    at += trailer.length
    yield trailer
    directory.push(centralHead(name, within(local), tally))
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(within(at), 16)
  yield central
  yield end
}

type Tally = { check: number; size: number; packed: number }

/** Fewer and larger pieces cost less on their way through the compressor. */
const piece = 64 * 1024

async function* packed(chunks: ZipPart['chunks'], tally: Tally): AsyncGenerator<Buffer, void, undefined> {
  const deflate = createDeflateRaw({ level: 3 })
  const out: Buffer[] = []
  deflate.on('data', (bytes: Buffer) => void out.push(bytes))
  const give = async (chunk: string | Uint8Array): Promise<void> => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    tally.check = crc32(bytes, tally.check)
    tally.size = within(tally.size + bytes.length)
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  const taken = (): Buffer[] => {
    const all = out.splice(0)
    for (const bytes of all) tally.packed = within(tally.packed + bytes.length)
    return all
  }
  try {
    let held = ''
    for await (const chunk of chunks) {
      if (typeof chunk === 'string') held += chunk
      if (typeof chunk === 'string' && held.length < piece) continue
      await give(held)
      held = ''
      if (typeof chunk !== 'string') await give(chunk)
      yield* taken()
    }
    await give(held)
    const ended = once(deflate, 'end')
    deflate.end()
    await ended
    yield* taken()
  } finally {
    deflate.destroy()
  }
}

const within = (size: number): number => {
  if (size > 0xffff_ffff) throw new RangeError('an archive without zip64 ends at 4 GiB')
  return size
}

/** Names in UTF-8, sizes behind the file; 1 January 1980, the first day a zip can tell. */
const flags = 0x0808
const firstTime = 0x0021_0000

const localHead = (name: string): Buffer => {
  const text = Buffer.from(name, 'utf8')
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(firstTime, 10)
  head.writeUInt16LE(text.length, 26)
  return Buffer.concat([head, text])
}

const centralHead = (name: string, local: number, tally: Tally): Buffer => {
  const text = Buffer.from(name, 'utf8')
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(8, 10)
  head.writeUInt32LE(firstTime, 12)
  writeTally(head, 16, tally)
  head.writeUInt16LE(text.length, 28)
  head.writeUInt32LE(local, 42)
  return Buffer.concat([head, text])
}

const writeTally = (bytes: Buffer, at: number, { check, size, packed: smaller }: Tally): void => {
  bytes.writeUInt32LE(check, at)
  bytes.writeUInt32LE(smaller, at + 4)
  bytes.writeUInt32LE(size, at + 8)
}
