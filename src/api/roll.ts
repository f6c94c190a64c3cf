import { z } from 'zod'
import { words } from '../core/words.ts'
import { EntryNumber, PeriodText } from './parts.ts'
import { route } from './route.ts'

/** Begins the report of a period from an earlier one: its outline and offices stand, its numbers follow the period, its words are drafts. */
export const rollReport = route({
  verb: 'report.roll',
  method: 'POST',
  title: words('由上期新建报告', 'Begin a report from the last'),
  input: z.object({ from: EntryNumber, period: PeriodText }),
  output: z.object({ report: z.number(), journal: z.number(), period: z.string(), title: z.string() }),
})
