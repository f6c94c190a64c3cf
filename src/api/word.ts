import { z } from 'zod'
import { words } from '../core/words.ts'
import { Can, EntryNumber, FileContent, Words } from './parts.ts'
import { route } from './route.ts'

/** A report that comes back from Word: what would change is shown first, and becomes proposed wording and remarks when it is taken. */

/** The file as it was saved, its bytes in base64: at most 20 MB of them. */
const file = { report: EntryNumber, name: z.string().trim().min(1).max(200), content: FileContent }

const Difference = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

/** A block the file would change, with how its printed words differ. */
export const ReturnedBlockOut = z.object({ block: z.string(), change: z.enum(['changed', 'added', 'removed', 'moved']), differences: z.array(Difference) })

export const ReturnedSectionOut = z.object({
  section: z.number(),
  saw: z.number(),
  title: z.string(),
  orgName: Words,
  blocks: z.array(ReturnedBlockOut),
  /** Blocks somebody here changed too since the file was written; null where one of them took it out. */
  conflicts: z.array(z.object({ block: z.string(), mine: z.string().nullable(), theirs: z.string().nullable() })),
})
export type ReturnedSectionOut = z.infer<typeof ReturnedSectionOut>

const place = { section: z.number(), block: z.string() }

export const WordFindingOut = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overtyped'), ...place, key: z.string(), measure: z.string(), title: z.string(), typed: z.string(), printed: z.string() }),
  z.object({ kind: z.literal('lost'), ...place, measure: z.string(), title: z.string(), printed: z.string(), standing: z.boolean() }),
  z.object({ kind: z.literal('foreign'), ...place, measure: z.string(), title: z.string(), period: z.string(), typed: z.string() }),
  z.object({ kind: z.literal('copied'), ...place, measure: z.string(), title: z.string(), printed: z.string() }),
  z.object({ kind: z.literal('loose'), ...place, quote: z.string() }),
])
export type WordFindingOut = z.infer<typeof WordFindingOut>

export const WordRemarkOut = z.object({ kind: z.enum(['comment', 'inserted', 'deleted']), ...place, author: z.string(), day: z.string().nullable(), text: z.string(), quote: z.string() })
export type WordRemarkOut = z.infer<typeof WordRemarkOut>

/** Shows what a file would change; nothing is written. */
export const returnReport = route({
  verb: 'report.return',
  method: 'POST',
  title: words('导入 Word', 'Bring back from Word'),
  input: z.object(file),
  output: z.object({
    report: z.number(),
    /** Journal number the file was written at; null where the file no longer says. */
    journal: z.number().nullable(),
    /** A title that differs from the report's. */
    title: z.string().nullable(),
    sections: z.array(ReturnedSectionOut),
    findings: z.array(WordFindingOut),
    remarks: z.array(WordRemarkOut),
    can: Can,
  }),
})
export type WordReturn = z.infer<typeof returnReport.output>

/** Makes what a file changes into proposed wording, a proposal for each section chosen, and its comments and tracked changes into remarks. */
export const takeReport = route({
  verb: 'report.take',
  method: 'POST',
  title: words('记为改稿', 'Take as proposed wording'),
  input: z.object({
    ...file,
    sections: z.array(EntryNumber).max(500),
    remarks: z.boolean(),
    choices: z.array(z.object({ key: z.string().min(1).max(80), take: z.enum(['figure', 'stated']), source: z.string().trim().min(1).max(200).optional() })).max(5000),
  }),
  output: z.object({ proposals: z.number(), remarks: z.number(), journal: z.number() }),
})

