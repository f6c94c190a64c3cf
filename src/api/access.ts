import { z } from 'zod'
import { words } from '../core/words.ts'
import { Words } from './parts.ts'
import { route } from './route.ts'

/** Why the caller cannot see rows, a field, or a button: by rule, never by entry. */
export const explainAccess = route({
  verb: 'access.explain',
  method: 'GET',
  title: words('为什么看不到', 'Why something is not shown'),
  input: z.object({ ledger: z.string().max(48).optional(), measure: z.string().max(48).optional(), field: z.string().max(48).optional(), verb: z.string().max(97).optional() }),
  output: z.object({
    about: z.enum(['rows', 'field', 'verb']),
    yours: z.enum(['all', 'part', 'none']),
    sensitive: z.boolean(),
    level: z.enum(['restricted', 'sealed']).nullable(),
    keeper: Words.nullable(),
    full: z.array(Words),
    reveal: z.array(Words),
  }),
})
