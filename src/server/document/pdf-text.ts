import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { largestText } from '../../formats/document/document.ts'
import { programOn, runConverter } from './run-converter.ts'

const limits = { seconds: 60, most: 3 * largestText }

/** The text of a PDF in reading order, as pdftotext finds it; a page ends with its line. */
export const pdfText = async (bytes: Uint8Array, path: string): Promise<string | Refusal> => {
  const program = programOn(path, ['pdftotext'])
  if (program === undefined) return refuse('document-needs-pdftotext')
  const directory = await mkdtemp(join(tmpdir(), 'zhenwu-document-'))
  try {
    const input = join(directory, 'document.pdf')
    await writeFile(input, bytes)
    const { code, out, err } = await runConverter(program, ['-enc', 'UTF-8', '-eol', 'unix', input, '-'], limits, process.env)
    if (code === null) return refuse('document-not-converted', { seconds: limits.seconds })
    if (code !== 0) return refuse(/password/i.test(err) ? 'document-locked' : 'document-damaged')
    const text = new TextDecoder().decode(out).replaceAll('\f', '\n')
    return legible(text) ? text : refuse('document-no-text')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Letters of some script make most of a text; a PDF that only pictures text, or does not say which letters its shapes are, has none. */
const legible = (text: string): boolean => {
  const signs = text.replace(/\s+/g, '')
  const strange = signs.match(/[\u0000-\u001f\ue000-\uf8ff\ufffd]/g)?.length ?? 0
  return signs.length > 0 && strange * 2 < signs.length
}
