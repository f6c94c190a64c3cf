import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, FileContent, Reason } from './parts.ts'
import { route } from './route.ts'

export const TemplateOut = z.object({ entry: z.number(), version: z.number(), title: z.string(), name: z.string(), day: DayText, size: z.number() })
export type TemplateOut = z.infer<typeof TemplateOut>

/** Word files whose layout a report may be exported in, by title. */
export const listTemplates = route({ verb: 'template.list', method: 'GET', title: words('版式模板', 'Layout templates'), input: z.object({}), output: z.object({ templates: z.array(TemplateOut), can: Can }) })

/** Keeps a .docx as a layout: in base64, at most 20 MB of bytes. */
export const createTemplate = route({
  verb: 'template.create',
  method: 'POST',
  title: words('上传版式模板', 'Upload a layout template'),
  input: z.object({ title: z.string().trim().min(2).max(60), name: z.string().trim().min(1).max(200), content: FileContent }),
  output: z.object({ template: z.number(), journal: z.number() }),
})

export const voidTemplate = route({ verb: 'template.void', method: 'POST', title: words('停用版式模板', 'Remove a layout template'), input: z.object({ entry: EntryNumber, saw: z.number().int(), reason: Reason }), output: z.object({ entry: z.number(), journal: z.number() }) })
