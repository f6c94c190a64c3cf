import { StringDecoder } from 'node:string_decoder'
import { refuse } from '../../core/refusal/refusal.ts'
import { streamEntry } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'
import { itemWords } from './xml-words.ts'

/** The strings of a workbook together may have so many bytes of XML, in MB. */
const most = 512

/** The strings a workbook keeps apart from its sheets, in their order. */
export const sharedStrings = async (bytes: Uint8Array, path: string | undefined): Promise<readonly string[]> => {
  const strings: string[] = []
  if (path === undefined) return strings
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let close = ''
  for await (const chunk of streamEntry(bytes, path, most * 1024 * 1024)) {
    rest += decoder.write(chunk)
    if (close === '') {
      const prefix = /<(\w+:)?sst\b/.exec(rest)
      if (prefix === null) continue
      close = `</${prefix[1] ?? ''}si>`
    }
    let from = 0
    for (let to = rest.indexOf(close); to >= 0; to = rest.indexOf(close, from)) {
      strings.push(whole(itemsIn(rest.slice(from, to), strings)))
      from = to + close.length
    }
    rest = rest.slice(from)
    if (rest.length > longestItem) throw new UnreadableWorkbook(refuse('workbook-damaged'))
  }
  return strings
}

const longestItem = 4 * 1024 * 1024

/** The last item of a stretch; empty items written as one tag stand before it. */
const itemsIn = (xml: string, strings: string[]): string => {
  const begin = /<(?:\w+:)?si(?:\s[^>]*)?(\/)?>/g
  let item = begin.exec(xml)
  while (item !== null && item[1] === '/') {
    strings.push('')
    item = begin.exec(xml)
  }
  return itemWords(item === null ? '' : xml.slice(begin.lastIndex))
}

/** A copy of its own: a slice would keep the whole piece of XML it was cut from. */
const whole = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))
