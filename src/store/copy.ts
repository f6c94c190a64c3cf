import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import copyStreams from 'pg-copy-streams'

/** Streams rows of values into a table with COPY; the caller holds the transaction. */
export const copyRows = async (client: pg.PoolClient, into: string, rows: Iterable<readonly unknown[]>): Promise<void> => {
  const stream = client.query(copyStreams.from(`copy ${into} from stdin`))
  let chunk = ''
  for (const row of rows) {
    chunk += line(row)
    if (chunk.length < 65_536) continue
    if (!stream.write(chunk)) await once(stream, 'drain')
    chunk = ''
  }
  stream.end(chunk)
  await finished(stream)
}

/** Streams the bytes of a COPY to a visitor, who may ask to wait. */
export const eachChunk = async (client: pg.PoolClient, copy: string, visit: (chunk: Uint8Array) => Promise<void> | void): Promise<void> => {
  for await (const chunk of client.query(copyStreams.to(copy))) {
    const waits = visit(chunk as Uint8Array)
    if (waits !== undefined) await waits
  }
}

const line = (row: readonly unknown[]): string => {
  let text = ''
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index]
    if (index > 0) text += '\t'
    text += value === null || value === undefined ? '\\N' : typeof value === 'string' ? escape(value) : typeof value === 'boolean' ? (value ? 't' : 'f') : String(value)
  }
  return `${text}\n`
}

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escape = (text: string): string => (special.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => escapes[each] ?? each) : text)
