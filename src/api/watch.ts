import { z } from 'zod'
import { words } from '../core/words.ts'
import { EntryNumber } from './parts.ts'
import { route } from './route.ts'

/**
 * Server-sent events while a report is open: `data:` lines of JSON with the head of the book, the version of the report and of each
 * section, and who has it open in which section. The first answer, and each one after a change.
 */
export const watchReport = route({
  verb: 'report.watch',
  method: 'GET',
  title: words('报告动态', 'Follow a report'),
  input: z.object({ report: EntryNumber, section: EntryNumber.optional() }),
  output: z.object({ report: z.number(), section: z.number().nullable(), person: z.number(), name: z.string() }),
})
