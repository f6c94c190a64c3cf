import type pg from 'pg'
import copyStreams from 'pg-copy-streams'

/** Streams the lines of a COPY to a visitor. */
export const eachLine = async (client: pg.PoolClient, copy: string, visit: (line: string) => void): Promise<void> => {
  const stream = client.query(copyStreams.to(copy))
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const text = rest + decoder.decode(chunk as Uint8Array, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      visit(text.slice(from, end))
      from = end + 1
    }
    rest = text.slice(from)
  }
}

/** A value of a COPY line as it was before it was escaped. */
export const unescape = (text: string): string => (text.includes('\\') ? text.replace(/\\(.)/g, (_, mark: string) => marks[mark] ?? mark) : text)

const marks: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' }
