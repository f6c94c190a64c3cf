import { z } from 'zod'
import { Block } from '../core/report/document.ts'

/** What became of a block between two texts, its words in pieces as they printed. */
export const BlockChangeOut = z.object({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  id: z.string(),
  moved: z.boolean(),
  was: Block.nullable(),
  now: Block.nullable(),
  pieces: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
})
export type BlockChangeOut = z.infer<typeof BlockChangeOut>
