import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { zipOf } from '../../../test/builders/zip-of.ts'
import { jpegOf, pngOf, webpOf } from '../../../test/builders/picture.ts'
import { readExif } from './exif.ts'
import { takeFile } from './take-file.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const kept = (bytes: Uint8Array) => {
  const taken = takeFile(bytes)
  if (isRefusal(taken)) throw new Error(taken.code)
  return { ...taken, text: Buffer.from(taken.bytes).toString('latin1') }
}
const refusedAs = (bytes: Uint8Array): string => {
  const taken = takeFile(bytes)
  return isRefusal(taken) ? taken.code : 'taken'
}
const secret = { day: '2023:06:01 08:00:00', north: [30, 15, 36], east: [121, 20, 24], turned: 6, maker: 'Phone-Serial-42' } as const

describe('a photo keeps its image and its turning, and nothing it said of itself', () => {
  test('JPEG', () => {
    const taken = kept(Buffer.concat([jpegOf(secret), latin('PK\x03\x04<script>alert(1)</script>')]))
    expect([taken.mediaType, taken.ending, taken.about]).toEqual(['image/jpeg', 'jpg', { day: '2023-06-01', place: '30.26000,121.34000' }])
    expect(taken.text).not.toMatch(/Serial|script|2023|comment/)
    expect(readExif(taken.bytes)).toEqual({ turned: 6, day: undefined, place: undefined })
    expect(kept(taken.bytes).text).toBe(taken.text)
  })

  test('PNG', () => {
    const taken = kept(Buffer.concat([pngOf([['tEXt', latin('Author\0Serial-42')], ['eXIf', latin('MM')]]), latin('<script>')]))
    expect([taken.mediaType, taken.ending]).toEqual(['image/png', 'png'])
    expect(taken.text).not.toMatch(/Serial|eXIf|script/)
    expect(taken.bytes).toEqual(pngOf([]))
  })

  test('WebP', () => {
    const taken = kept(Buffer.concat([webpOf([['EXIF', latin('MM')], ['XMP ', latin('<x>Serial-42</x>')]]), latin('trailing')]))
    expect([taken.mediaType, taken.ending]).toEqual(['image/webp', 'webp'])
    expect(taken.text).not.toMatch(/Serial|XMP|EXIF|trailing/)
    expect(kept(taken.bytes).text).toBe(taken.text)
  })
})

describe('what is no picture and no office file is refused, whatever it is called', () => {
  test.each([
    ['a script', latin('#!/bin/sh\nrm -rf /')],
    ['a web page', latin('<!DOCTYPE html><script>alert(1)</script>')],
    ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a GIF', latin('GIF89a/*')],
    ['a program', latin('MZ\x90\x00')],
    ['nothing', latin('')],
    ['a plain zip', zipOf({ 'a.txt': 'x' })],
  ])('%s', (_, bytes) => expect(refusedAs(bytes)).toBe('file-foreign'))

  test.each(['heic', 'heix', 'mif1', 'avif'])('%s', (brand) => expect(refusedAs(Buffer.concat([Buffer.from([0, 0, 0, 24]), latin(`ftyp${brand}`), Buffer.alloc(16)]))).toBe('file-heic'))

  test('a Word file with macros, and one that hides them behind another name', () => {
    expect(refusedAs(zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' }))).toBe('file-macros')
    expect(refusedAs(zipOf({ '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>', 'word/document.xml': '<w/>' }))).toBe('file-macros')
  })
})

test('a Word file, a workbook and a PDF are kept as they are', () => {
  expect(kept(zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })).ending).toBe('docx')
  expect(kept(zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' })).ending).toBe('xlsx')
  expect(kept(latin('%PDF-1.7\n%%EOF\n')).ending).toBe('pdf')
})

describe('a file that is cut short or lies about itself is told to be damaged', () => {
  const whole = { jpeg: jpegOf(secret), png: pngOf([]), webp: webpOf([]) }
  test.each(Object.entries(whole))('%s cut anywhere', (_, bytes) => {
    for (let length = 12; length < bytes.length; length += 1) expect([length, refusedAs(bytes.subarray(0, length))]).toEqual([length, 'file-damaged'])
  })

  test.each(Object.entries(whole))('%s with any byte changed is taken or refused, never thrown over', (_, bytes) => {
    for (let at = 0; at < bytes.length; at += 1)
      for (const change of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ change
        expect(['taken', 'file-damaged', 'file-foreign', 'file-too-many-pixels']).toContain(refusedAs(changed))
      }
  })

  test('a PDF without an end', () => expect(refusedAs(latin('%PDF-1.7\n<script>'))).toBe('file-damaged'))
  test('a picture of more pixels than anyone took', () => expect(refusedAs(pngOf([], 60_000, 60_000))).toBe('file-too-many-pixels'))
})
