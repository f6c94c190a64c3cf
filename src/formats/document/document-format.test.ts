import { expect, test } from 'vitest'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { documentFormat } from './document-format.ts'

const formatOf = (latin1: string, name = 'report.txt'): string => {
  const found = documentFormat(Uint8Array.from(latin1, (character) => character.charCodeAt(0)), name)
  return isRefusal(found) ? found.code : found
}
const compound = (more: string): string => `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}${more}`
const stream = (name: string): string => [...name].map((letter) => `${letter}\0`).join('')

test('a document is what its bytes say, whatever its name', () => {
  expect(formatOf('%PDF-1.7')).toBe('pdf')
  expect(formatOf('\r\n\r\n%PDF-1.4', 'scan.PDF')).toBe('pdf')
  expect(formatOf('about %PDF-1.4')).toBe('text')
  expect(formatOf('PK\x03\x04')).toBe('docx')
  expect(formatOf('PK\x03\x04 xl/workbook.xml')).toBe('xlsx')
  expect(formatOf('PK\x03\x04 xl/workbook.xml word/document.xml')).toBe('docx')
  expect(formatOf('PKU')).toBe('text')
  expect(formatOf('{\\rtf1', 'a.doc')).toBe('doc')
  expect(formatOf('7.1', 'a.doc')).toBe('text')
})

test('old Office files are told apart by their streams', () => {
  expect(formatOf(compound(stream('WordDocument')))).toBe('doc')
  expect(formatOf(compound(stream('Pictures\0')), 'a.doc')).toBe('document-foreign')
  expect(formatOf(compound(stream('Workbook\0')), 'a.doc')).toBe('document-old-workbook')
  expect(formatOf(compound(stream('WordDocument\0Workbook\0')))).toBe('doc')
  expect(formatOf(compound(stream('EncryptedPackage')), 'a.docx')).toBe('document-locked')
  expect(formatOf(compound(`\xec\xa5\xc1\0${'\0'.repeat(7)}\x03${stream('WordDocument')}`))).toBe('document-locked')
  expect(formatOf(compound(`\xec\xa5\xc1\0${'\0'.repeat(7)}\x02${stream('WordDocument')}`))).toBe('doc')
})

test('pages, drawings and photographs are no documents', () => {
  for (const bytes of ['<!DOCTYPE html>', '\xef\xbb\xbf <html lang="zh">', '<?xml version="1.0"?>', '<svg/>', 'MIME-Version: 1.0', '\xff\xd8\xff\xe0']) expect(formatOf(bytes)).toBe('document-foreign')
})

test('an empty text is a text, an empty Word file is not', () => {
  expect(formatOf('', 'a.txt')).toBe('text')
  expect(formatOf('', '-')).toBe('text')
  expect(formatOf('', 'a.docx')).toBe('document-damaged')
})
