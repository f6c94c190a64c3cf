import { z } from 'zod'

/**
 * Who is told: `owner`, the person who handles the matter, or those who handle matters at the org that holds it; `office`, the head of that org; `leader`, the
 * leader whose post stands nearest above it.
 */
export const ReminderTo = z.enum(['owner', 'office', 'leader'])
export type ReminderTo = z.infer<typeof ReminderTo>

/** When somebody is told of a clock: as a share of its time in percent, 100 being the day it is due; or past that day, on the first working day and then every so many. */
export const ReminderRule = z.union([
  z.object({ share: z.number().int().min(1).max(100), to: z.array(ReminderTo).min(1).readonly() }).readonly(),
  z.object({ overdue: z.number().int().min(1).max(60), to: z.array(ReminderTo).min(1).readonly() }).readonly(),
])
export type ReminderRule = z.infer<typeof ReminderRule>
