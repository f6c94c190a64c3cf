import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { entryNames, readEntry, unpackEntry } from './zip.ts'

test('bytes that are no archive have no files', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(10), new TextEncoder().encode('no archive at all, only words in a row')]) {
    expect(entryNames(bytes)).toEqual([])
    expect(readEntry(bytes, 'docProps/custom.xml')).toBeUndefined()
  }
})

test('an archive whose directory points outside itself is refused', () => {
  const bytes = new Uint8Array(22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(10, 1, true)
  view.setUint32(16, 0xffff_0000, true)
  expect(readEntry(bytes, 'docProps/custom.xml')).toBeUndefined()
})

describe('one entry', () => {
  const archive = zipSync({ 'a.txt': new Uint8Array(5000).fill(65), 'b.txt': [new Uint8Array(30).fill(66), { level: 0 }] })

  test('is unpacked up to a limit and no further', () => {
    expect(unpackEntry(archive, 'a.txt', 5000)).toEqual(Buffer.alloc(5000, 65))
    expect(unpackEntry(archive, 'a.txt', 4999)).toBe('too-large')
    expect(unpackEntry(archive, 'b.txt', 29)).toBe('too-large')
    expect(unpackEntry(archive, 'c.txt', 29)).toBe('missing')
  })

  test('must be what it was when it was packed', () => {
    const changed = Uint8Array.from(archive, (byte) => (byte === 66 ? 67 : byte))
    expect(unpackEntry(changed, 'b.txt', 5000)).toBe('damaged')
  })
})
