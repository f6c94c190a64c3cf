import { expect, test } from 'vitest'
import { entryNames, readEntry } from './zip.ts'

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
