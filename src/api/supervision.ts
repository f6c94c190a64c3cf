import { z } from 'zod'
import { words } from '../core/words.ts'
import { SupervisionOut } from './instruction.ts'
import { DayText, EntryNumber, Whole } from './parts.ts'
import { route } from './route.ts'

const Written = z.object({ supervision: z.number(), journal: z.number() })
const one = z.object({ supervision: EntryNumber, saw: EntryNumber })

/** Supervision items, the nearest due first, a page of them; those still open unless all are asked for. */
export const listSupervisions = route({
  verb: 'supervision.list',
  method: 'GET',
  title: words('督办事项', 'Supervision items'),
  input: z.object({ state: z.enum(['open', 'all']).optional(), offset: Whole.default(0), limit: Whole.max(200).default(50) }),
  output: z.object({ items: z.array(SupervisionOut), total: z.number() }),
})

/** Raises an item from an instruction, numbered in the year's one series. */
export const createSupervision = route({
  verb: 'supervision.create',
  method: 'POST',
  title: words('立项督办', 'Raise a supervision item'),
  input: z.object({ instruction: EntryNumber, org: z.string().min(1).max(32), due: DayText, content: z.string().trim().min(2).max(1000) }),
  output: Written.extend({ number: z.string() }),
})

export const signSupervision = route({ verb: 'supervision.sign', method: 'POST', title: words('签收督办', 'Sign for a supervision item'), input: one, output: Written })

export const reportSupervision = route({ verb: 'supervision.report', method: 'POST', title: words('反馈办理情况', 'Report on a supervision item'), input: one.extend({ progress: z.string().trim().min(2).max(2000) }), output: Written })

export const closeSupervision = route({ verb: 'supervision.close', method: 'POST', title: words('办结督办', 'Close a supervision item'), input: one, output: Written })
