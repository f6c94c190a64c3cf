import { z } from 'zod'
import { Words } from '../words.ts'

/** Keys of limits as the trade writes them: XF.HANDLE. */
export const LimitKey = z.string().regex(/^[A-Z][A-Z0-9]*(\.[A-Z0-9_]+)+$/).max(48)

/**
 * What a count is in: working days (工作日), calendar days (日, 自然日), or months. The character 日 alone means one or the other by law, so
 * each limit says which.
 */
export const LimitUnit = z.enum(['working', 'calendar', 'month'])
export type LimitUnit = z.infer<typeof LimitUnit>

/**
 * One legal or set time limit, a row of data: how long, in what, by which clause. A limit that may have changed or that a town sets for
 * itself says so in `sure`; a rule never stands in code.
 */
export const Limit = z.object({
  key: LimitKey,
  value: z.number().int().min(0).max(3660),
  unit: LimitUnit,
  title: Words,
  /** The text it stands in, and where. */
  law: Words,
  clause: z.string().max(60).optional(),
  /** `most`: done by then. `least`: the next step not before then. `before`: counted back from the day of an event. */
  bound: z.enum(['most', 'least', 'before']),
  /** Longest extension in all, who grants it, and whether the party must be told. */
  extension: z.object({ value: z.number().int().min(1).max(3660), approver: z.string().min(1), notice: z.boolean(), clause: z.string().max(60).optional() }).readonly().optional(),
  /** Of a minimum: by whom it may be shortened with a stated reason, and to how much at the least. */
  shortening: z.object({ least: z.number().int().min(0).max(3660), approver: z.string().min(1), clause: z.string().max(60).optional() }).readonly().optional(),
  /** For which reasons the clock may stand still, each with its clause. */
  pauses: z.array(z.object({ key: z.string().min(1).max(48), title: Words, clause: z.string().max(60).optional() }).readonly()).readonly().optional(),
  /** In force from a day to a day (exclusive). */
  validFrom: z.string().length(10),
  validTo: z.string().length(10).optional(),
  /** `law`: read in its text. `custom`: usual practice. `setting`: differs from town to town; to be set. */
  sure: z.enum(['law', 'custom', 'setting']),
}).readonly()
export type Limit = z.infer<typeof Limit>
