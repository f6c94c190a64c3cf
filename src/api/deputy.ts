import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, EntryNumber, OrgRef, PersonRef, Words } from './parts.ts'
import { route } from './route.ts'

/** Deputies of now and later whom the caller has to do with, and for whom she may name one. */
export const listDeputies = route({
  verb: 'deputy.list',
  method: 'GET',
  title: words('AB岗', 'Deputies'),
  input: z.object({}),
  output: z.object({
    today: DayText,
    deputies: z.array(z.object({ post: z.number(), version: z.number(), principal: PersonRef, deputy: PersonRef, role: Words, org: OrgRef, from: DayText, until: DayText.nullable(), running: z.boolean(), can: z.object({ end: z.boolean() }) })),
    mayName: z.array(z.object({ principal: PersonRef, deputies: z.array(PersonRef) })),
  }),
})
export type DeputiesOut = z.infer<typeof listDeputies.output>

/** Names who stands in for someone from a day until a day, both included. */
export const nameDeputy = route({
  verb: 'deputy.name',
  method: 'POST',
  title: words('指定代理', 'Name a deputy'),
  input: z.object({ principal: EntryNumber, deputy: EntryNumber, from: DayText, until: DayText }),
  output: z.object({ journal: z.number() }),
})

/** Ends a deputy's standing in, from today on. */
export const endDeputy = route({
  verb: 'deputy.end',
  method: 'POST',
  title: words('结束代理', 'End a deputy'),
  input: z.object({ post: EntryNumber, saw: EntryNumber }),
  output: z.object({ journal: z.number() }),
})
