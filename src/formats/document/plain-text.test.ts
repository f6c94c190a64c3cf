import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { plainText } from './plain-text.ts'

const read = (bytes: Uint8Array): readonly [string, string] => {
  const told = plainText(bytes)
  return isRefusal(told) ? ['refused', told.code] : [told.encoding, told.text]
}
/** Bytes written as Latin-1, which is how a test can write any. */
const bytes = (latin1: string): Uint8Array => Uint8Array.from(latin1, (character) => character.charCodeAt(0))

const text = '上半年完成投资7.1亿元，同比增长54.5%。𠮷😀'

describe('the encoding of a text', () => {
  test('UTF-8, whose mark stays in the text', () => {
    expect(read(Buffer.from(text))).toEqual(['utf-8', text])
    expect(read(Buffer.from(`\ufeff${text}`))).toEqual(['utf-8', `\ufeff${text}`])
    expect(read(Buffer.from('no Chinese at all'))).toEqual(['utf-8', 'no Chinese at all'])
    expect(read(new Uint8Array())).toEqual(['utf-8', ''])
  })

  test('UTF-16 by its mark, in both orders', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(read(little)).toEqual(['utf-16le', text])
    expect(read(Buffer.from(little).swap16())).toEqual(['utf-16be', text])
  })

  test('GB18030, from one clause to signs of four bytes', () => {
    expect(read(bytes('\xcd\xea\xb3\xc9\xcd\xb6\xd7\xca7.1\xd2\xda\xd4\xaa'))).toEqual(['gb18030', '完成投资7.1亿元'])
    expect(read(bytes('\xb1\xbe\xc4\xea\xb6\xc8\xd4\xf6\xb3\xa45%\x95\x32\x82\x36'))).toEqual(['gb18030', '本年度增长5%𠀀'])
  })
})

describe('what is no text', () => {
  test('other encodings: Big5, EUC-KR, Latin-1, UTF-32, UTF-8 cut inside a character', () => {
    expect(read(bytes('\xa4W\xa5b\xa6~\xa7\xb9\xa6\xa8\xa7\xeb\xb8\xea'))).toEqual(['refused', 'document-encoding'])
    expect(read(bytes('\xbf\xec\xb8\xae \xb1\xba\xc0\xba \xbf\xc3\xc7\xd8 \xbb\xf3\xb9\xdd\xb1\xe2 \xc1\xf6\xbf\xaa\xb0\xe6\xc1\xa6'))).toEqual(['refused', 'document-encoding'])
    expect(read(bytes('D\xe9pens\xe9 en ao\xfbt'))).toEqual(['refused', 'document-encoding'])
    expect(read(bytes('\xff\xfe\0\0\x0aN\0\0'))).toEqual(['refused', 'document-foreign'])
    expect(read(Buffer.from(text.repeat(40)).subarray(1))).toEqual(['refused', 'document-encoding'])
    expect(read(bytes('\xff\xfe\x00\xd8\x41'))).toEqual(['refused', 'document-encoding'])
  })

  test('bytes of another kind', () => {
    expect(read(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))).toEqual(['refused', 'document-foreign'])
    expect(read(bytes('\x01\x02\x03\x04\x05\x06abc'))).toEqual(['refused', 'document-foreign'])
    expect(read(Buffer.from('\ufeffa\0b', 'utf16le'))).toEqual(['refused', 'document-foreign'])
  })

  test('a single control character is left standing', () => {
    expect(read(Buffer.from(`${text.repeat(10)}\u0007`))[0]).toBe('utf-8')
  })

  test('whatever the bytes, there is an answer, and what is answered as UTF-8 is those bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        const told = plainText(any)
        if (!isRefusal(told) && told.encoding === 'utf-8') expect([...Buffer.from(told.text)]).toEqual([...any])
      }),
      { numRuns: 1000, seed: 20230701 },
    )
  })
})
