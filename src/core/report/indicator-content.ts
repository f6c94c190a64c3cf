import { z } from 'zod'
import { indicatorColumns } from './indicator-table.ts'

/** What a saved indicator table shows, in its order: no measures means those with a target, no orgs the whole town alone. */
export const IndicatorContent = z.object({ measures: z.array(z.string()).readonly(), orgs: z.array(z.string()).readonly(), columns: z.array(z.enum(indicatorColumns)).readonly() }).readonly()
export type IndicatorContent = z.infer<typeof IndicatorContent>
