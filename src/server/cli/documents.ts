import { createReadStream } from 'node:fs'
import { isRefusal } from '../../core/refusal/refusal.ts'
import type { Document } from '../../formats/document/document.ts'
import { largestDocument } from '../../formats/document/document.ts'
import { errorCode } from '../../store/store-unavailable.ts'
import { documentTooLarge, readDocument } from '../document/read-document.ts'
import type { Given } from './command.ts'
import { Refused, refusedBy } from './command.ts'
import { print, printLine } from './print.ts'

/** What a command makes of a document: the members of its JSON object, and its lines for people. */
export type Told = { readonly json: Readonly<Record<string, unknown>>; readonly lines: () => string }

/**
 * Reads the documents that were typed and tells of each: one is printed by itself, several under their names. A document that cannot be
 * read is told on standard error, the others are read all the same, and the exit code is 1.
 */
export const onDocuments = async (given: Given, tell: (document: Document) => Told | Promise<Told>): Promise<number> => {
  const { operands: files } = given
  const [json, several] = [given.flag('json'), files.length > 1]
  let [code, printed] = [0, 0]
  if (json && several) await print('{"files":[')
  for (const file of files) {
    const document = await documentOf(file)
    if (document instanceof Refused) {
      process.stderr.write(`${document.message}\n`)
      code = 1
      continue
    }
    const told = await tell(document)
    if (json) await print(`${printed > 0 ? ',' : ''}${JSON.stringify({ ...(several ? { file } : {}), ...told.json, ...countedIn(document) })}`)
    else await print(`${several ? `${printed > 0 ? '\n' : ''}${file}\n` : ''}${told.lines()}\n`)
    printed += 1
  }
  if (json && several) await print(']}')
  if (json && (several || printed > 0)) printLine('')
  return code
}

/** The text that offsets count in, unless whoever has the file can decode it as UTF-8 himself. */
const countedIn = ({ kind, encoding, text }: Document): { readonly text?: string } => (kind === 'text' && encoding === 'utf-8' ? {} : { text })

/** `-` is standard input. */
const documentOf = async (file: string): Promise<Document | Refused> => {
  const bytes = await bytesOf(file)
  if (bytes instanceof Refused) return bytes
  const read = bytes.length > largestDocument ? documentTooLarge() : await readDocument(bytes, file)
  if (!isRefusal(read)) return read
  return new Refused(`${file === '-' ? '标准输入 Standard input' : file}：${refusedBy(read).message}`)
}

/** All bytes, or one more than a document may have. */
const bytesOf = async (file: string): Promise<Buffer | Refused> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file, { end: largestDocument })) {
      chunks.push(chunk as Buffer)
      size += (chunk as Buffer).length
      if (size > largestDocument) break
    }
  } catch (problem) {
    return new Refused(`读不了文件 ${file}（${errorCode(problem)}）。 The file ${file} cannot be read (${errorCode(problem)}).`)
  }
  return Buffer.concat(chunks)
}
