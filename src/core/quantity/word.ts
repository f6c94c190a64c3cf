import { z } from 'zod'

/** Words an official text puts on a number that is not printed in full. */
export const Word = z.enum(['余', '多', '近', '超', '突破', '约', '以上', '左右'])
export type Word = z.infer<typeof Word>

/**
 * A word and the step the number is brought to, a power of ten in the printed scale: step '100' makes 1437
 * '1400余', step '0.01' makes 17263 in 万 '1.72万余'.
 */
export const Wording = z.object({ word: Word, step: z.string().regex(/^(?:10*|0\.0*1)$/) }).readonly()
export type Wording = z.infer<typeof Wording>
