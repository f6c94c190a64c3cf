import { z } from 'zod'
import { Field } from '../core/ledger/field.ts'
import { words } from '../core/words.ts'
import { DayText, OrgRef, Words } from './parts.ts'
import { route } from './route.ts'

/** What may be reported from the field, and for where; `middle` is where an org's findings lie, as far as is known. */
export const readFinding = route({
  verb: 'finding.read',
  method: 'GET',
  title: words('可上报的发现', 'What may be reported'),
  input: z.object({}),
  output: z.object({
    today: DayText,
    ledgers: z.array(z.object({ key: z.string(), title: Words, line: Field, kind: Field.nullable(), photos: z.string().nullable(), orgs: z.array(z.string()) })),
    orgs: z.array(OrgRef.extend({ middle: z.string().nullable() })),
    /** Megabytes a photo may have. */
    most: z.number(),
    far: z.number(),
  }),
})
export type Reporting = z.infer<typeof readFinding.output>

/** Reports a finding; it becomes a matter held by the office that is asked first. `once` is a mark of the sender's own: sent again it is the same finding. */
export const createFinding = route({
  verb: 'finding.create',
  method: 'POST',
  title: words('上报发现', 'Report a finding'),
  input: z.object({
    ledger: z.string().max(48),
    org: z.string().max(32),
    day: DayText,
    kind: z.string().max(48).optional(),
    line: z.string().max(400).optional(),
    position: z.string().max(60).optional(),
    unplaced: z.enum(['denied', 'unavailable']).optional(),
    /** Files brought before by file.upload, as an entry names them. */
    photos: z.string().max(4000).optional(),
    once: z.string().min(8).max(64),
  }),
  output: z.object({ ledger: z.string(), id: z.number(), journal: z.number(), metres: z.number().nullable() }),
})
