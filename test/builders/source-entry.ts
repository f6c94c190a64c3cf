import { hashOf, putFile } from '../../src/store/files.ts'
import type { Town } from '../../src/store/town.ts'
import { accepted } from '../../src/store/writer.ts'
import { spanOf } from './small-town.ts'

/** Keeps a text as a document of the town and answers its entry. */
export const enterSource = async (town: Town, text: string, more: { readonly title?: string; readonly day?: string; readonly org?: string } = {}): Promise<number> => {
  const bytes = new TextEncoder().encode(text)
  const hash = hashOf(bytes)
  await putFile(town.db.pool, town.schema, { hash, mediaType: 'text/plain; charset=utf-8', bytes })
  const { title = '2022年工作总结', day = '2023-01-10', org = 'town' } = more
  const fields = { title, org, day, name: 'report.txt', hash, size: String(bytes.length), kind: 'text', text }
  return accepted(await town.commit({ by: { person: 1 }, changes: [{ act: 'create', verb: 'source.accept', ledger: 'source', spans: [spanOf(fields)] }] })).numbers[0] ?? 0
}
