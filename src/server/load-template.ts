import type { Refusal } from '../core/refusal/refusal.ts'
import { openTemplate, type Template } from '../formats/docx/template.ts'
import { getFile } from '../store/files.ts'
import { findTemplates } from '../store/templates.ts'
import type { Ask, Reader } from './endpoint.ts'
import { fieldProblem } from './read-scope.ts'

/** The layout a file is asked for in; undefined for that of the standard. */
export const loadTemplate = async ({ input, town }: Ask<{ readonly template?: number | undefined }>, reader: Reader): Promise<Template | undefined | Refusal> => {
  if (input.template === undefined) return undefined
  const [template] = await findTemplates(reader, town.schema, input.template)
  return template === undefined ? fieldProblem('template', 'not-found', { what: `#${input.template}` }) : openTemplate((await getFile(reader, town.schema, template.hash)).bytes)
}
