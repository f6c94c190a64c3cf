import { z } from 'zod'
import { linkKinds, tieKinds } from '../core/matter/tie-kinds.ts'
import { words } from '../core/words.ts'
import { DayText, EntryNumber, Words } from './parts.ts'
import { route } from './route.ts'

const named = { ledger: z.string().max(48), entry: EntryNumber }
const said = { note: z.string().trim().min(2).max(2000), once: z.string().min(8).max(64).optional() }

/** Another matter as it is shown beside one; without a title where the reader may not read it. */
const Other = z.object({ ledger: z.string(), entry: z.number(), title: z.string().nullable(), state: Words.nullable(), settled: z.boolean(), day: DayText.nullable() })

/** Ties of a matter both ways, `away` from it or towards it, and others it may be the same as. */
export const listTies = route({
  verb: 'matter.ties',
  method: 'GET',
  title: words('事项关联', 'Ties of a matter'),
  input: z.object(named),
  output: z.object({
    ties: z.array(z.object({ id: z.number(), kind: z.enum(tieKinds), away: z.boolean(), other: Other, day: DayText, by: z.string(), note: z.string().nullable(), /** The split or merge it comes of may be taken back by the caller now. */ undo: z.boolean() })),
    similar: z.array(z.object({ other: Other, likeness: z.enum(['same-words', 'words-within', 'same-spot']) })),
    can: z.object({ split: z.boolean(), merge: z.boolean(), link: z.boolean() }),
  }),
})
export type TiesOut = z.infer<typeof listTies.output>

/** Splits a matter into parts, each with a number of its own. */
export const splitMatter = route({
  verb: 'matter.split',
  method: 'POST',
  title: words('拆分事项', 'Split a matter'),
  input: z.object({ ...named, parts: z.array(z.object({ line: z.string().trim().min(1).max(400), org: z.string().max(32).optional() })).min(1).max(20), ...said }),
  output: z.object({ journal: z.number() }),
})

/** Lets a matter go on in another of its ledger. */
export const mergeMatter = route({
  verb: 'matter.merge',
  method: 'POST',
  title: words('并单', 'Merge a matter into another'),
  input: z.object({ ...named, into: EntryNumber, ...said }),
  output: z.object({ journal: z.number() }),
})

/** Says that two matters belong together, and how. */
export const linkMatter = route({
  verb: 'matter.link',
  method: 'POST',
  title: words('关联事项', 'Link two matters'),
  input: z.object({ ...named, otherLedger: z.string().max(48), other: EntryNumber, kind: z.enum(linkKinds), ...said }),
  output: z.object({ journal: z.number() }),
})

/** Takes back a split, for one part, or a merge, for both matters, while nothing has happened in them since. */
export const untieMatter = route({
  verb: 'matter.untie',
  method: 'POST',
  title: words('撤回拆分或并单', 'Take back a split or a merge'),
  input: z.object({ ...named, tie: EntryNumber, ...said }),
  output: z.object({ journal: z.number() }),
})

/** Matters of every ledger, or of one, found by what they say or by number: which one another is to be tied to. */
export const findMatters = route({
  verb: 'matter.find',
  method: 'GET',
  title: words('查找事项', 'Find a matter'),
  input: z.object({ q: z.string().trim().min(1).max(100), ledger: z.string().max(48).optional(), /** `open`: only what is not settled. */ list: z.enum(['open', 'all']).default('all') }),
  output: z.object({ found: z.array(Other.extend({ ledgerTitle: Words, holder: Words.nullable() })), more: z.boolean() }),
})
export type FoundMatter = z.infer<typeof findMatters.output>['found'][number]
