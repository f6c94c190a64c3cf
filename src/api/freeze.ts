import { z } from 'zod'
import { words } from '../core/words.ts'
import { EntryNumber, Reason } from './parts.ts'
import { route } from './route.ts'

const Frozen = z.object({ freeze: z.number(), journal: z.number() })

/** Holds a report as it stands: its text may not be changed and its figures are those of this journal number. */
export const createFreeze = route({ verb: 'freeze.create', method: 'POST', title: words('冻结报告', 'Freeze a report'), input: z.object({ report: EntryNumber, saw: EntryNumber }), output: Frozen })

export const askThaw = route({ verb: 'freeze.ask', method: 'POST', title: words('申请解冻', 'Ask for a thaw'), input: z.object({ freeze: EntryNumber, saw: EntryNumber, reason: Reason }), output: Frozen })

/** Opens the report again; the figures that moved meanwhile are kept with it. */
export const approveThaw = route({ verb: 'freeze.approve', method: 'POST', title: words('批准解冻', 'Approve a thaw'), input: z.object({ freeze: EntryNumber, saw: EntryNumber }), output: Frozen })

export const refuseThaw = route({ verb: 'freeze.refuse', method: 'POST', title: words('不同意解冻', 'Refuse a thaw'), input: z.object({ freeze: EntryNumber, saw: EntryNumber, reason: Reason }), output: Frozen })
