import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { docxText } from '../../formats/document/docx-text.ts'
import { limits, turnByOffice } from './turn-by-office.ts'

/** The text of a .doc, .wps or RTF file, by way of .docx. */
export const oldWordText = async (bytes: Uint8Array, path: string): Promise<string | Refusal> => {
  const turned = await turnByOffice(bytes, path, { from: 'document.doc', filter: 'MS Word 2007 XML', ending: 'docx' })
  if (turned === 'no-office') return refuse('document-needs-libreoffice')
  return turned === 'not-converted' ? refuse('document-not-converted', { seconds: limits.seconds }) : docxText(turned)
}
