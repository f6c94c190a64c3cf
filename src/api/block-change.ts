import { z } from 'zod'
import { Block } from '../core/report/document.ts'

/** Words in pieces, marked against what they were. */
export const PiecesOut = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
export type PiecesOut = z.infer<typeof PiecesOut>

/** What became of a block between two texts, its words in pieces as they printed. */
export const BlockChangeOut = z.object({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  id: z.string(),
  moved: z.boolean(),
  was: Block.nullable(),
  now: Block.nullable(),
  pieces: PiecesOut,
})
export type BlockChangeOut = z.infer<typeof BlockChangeOut>
