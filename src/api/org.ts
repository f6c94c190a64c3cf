import { z } from 'zod'
import { words } from '../core/words.ts'
import { DayText, EntryNumber } from './parts.ts'
import { route } from './route.ts'

/** A code an org may be given. */
export const OrgCode = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,31}$/)
const written = z.object({ id: z.number(), journal: z.number() })

/** The town's order, changed from a day on: each of these is one verb of the journal. */
export const createOrg = route({
  verb: 'org.create',
  method: 'POST',
  title: words('设立单位', 'Set up an organisation'),
  input: z.object({ code: OrgCode, zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(120), kind: z.enum(['office', 'village', 'grid']), parent: OrgCode, from: DayText }),
  output: written,
})
export const renameOrg = route({
  verb: 'org.rename',
  method: 'POST',
  title: words('单位更名', 'Rename an organisation'),
  input: z.object({ org: OrgCode, zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(120), from: DayText }),
  output: written,
})
export const moveOrg = route({ verb: 'org.move', method: 'POST', title: words('调整隶属', 'Move an organisation'), input: z.object({ org: OrgCode, parent: OrgCode, from: DayText }), output: written })
export const mergeOrg = route({ verb: 'org.merge', method: 'POST', title: words('撤并单位', 'Merge an organisation into another'), input: z.object({ org: OrgCode, into: OrgCode, from: DayText }), output: written })
export const handOverPosts = route({ verb: 'post.handover', method: 'POST', title: words('岗位交接', 'Hand over posts'), input: z.object({ from: EntryNumber, to: EntryNumber, day: DayText }), output: written })
