const sector = 512
const free = 0xffffffff
const end = 0xfffffffe
const fatMark = 0xfffffffd

/** A compound file ([MS-CFB], version 3) with one stream of each name, as old Office files and ones with a password are kept in; each stream is filled up to 4096 bytes. */
export const compoundFile = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const held = Object.entries(streams).map(([name, bytes]) => ({ name, size: Math.max(4096, bytes.length), bytes }))
  const directorySectors = Math.ceil((held.length + 1) / 4)
  const fat: number[] = [fatMark]
  const chain = (count: number): number => {
    const first = fat.length
    for (let at = 1; at <= count; at++) fat.push(at === count ? end : first + at)
    return first
  }
  const directory = chain(directorySectors)
  const placed = held.map((each) => ({ ...each, first: chain(Math.ceil(each.size / sector)) }))
  const file = Buffer.alloc(sector * (fat.length + 1))
  const at = (number: number): number => sector * (number + 1)

  file.write('d0cf11e0a1b11ae1', 0, 'hex')
  file.writeUInt16LE(0x3e, 24)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(directory, 48)
  file.writeUInt32LE(4096, 56)
  file.writeUInt32LE(end, 60)
  file.writeUInt32LE(end, 68)
  for (let entry = 0; entry < 109; entry++) file.writeUInt32LE(entry === 0 ? 0 : free, 76 + entry * 4)
  for (let entry = 0; entry < sector / 4; entry++) file.writeUInt32LE(fat[entry] ?? free, at(0) + entry * 4)

  const entries = [{ name: 'Root Entry', kind: 5, first: end, size: 0 }, ...placed.map((each) => ({ ...each, kind: 2 }))]
  for (let number = 0; number < directorySectors * 4; number++) {
    const from = at(directory) + number * 128
    const entry = entries[number]
    for (const offset of [68, 72, 76]) file.writeUInt32LE(free, from + offset)
    if (entry === undefined) continue
    file.write(entry.name, from, 'utf16le')
    file.writeUInt16LE((entry.name.length + 1) * 2, from + 64)
    file.writeUInt8(entry.kind, from + 66)
    file.writeUInt8(1, from + 67)
    if (number === 0) file.writeUInt32LE(placed.length > 0 ? 1 : free, from + 76)
    else if (number < entries.length - 1) file.writeUInt32LE(number + 1, from + 72)
    file.writeUInt32LE(entry.first, from + 116)
    file.writeUInt32LE(entry.size, from + 120)
  }
  for (const { first, bytes } of placed) file.set(bytes, at(first))
  return new Uint8Array(file)
}
