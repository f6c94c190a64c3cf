import { z } from 'zod'
import { words } from '../core/words.ts'
import { FieldsOut, RowOut } from './entry.ts'
import { Can, EntryNumber, Reason, Whole, Words } from './parts.ts'
import { route } from './route.ts'

const Key = z.string().max(48)

/** Entries of a register found by what was typed into a field: by number, code, name, or the first letters of the name's syllables; at most twenty. */
export const findLinked = route({
  verb: 'link.find',
  method: 'GET',
  title: words('查找关联条目', 'Find an entry to link'),
  /** The ledger that is filled in, and its field that finds. */
  input: z.object({ ledger: Key, field: Key, q: z.string().max(100) }),
  output: z.object({
    register: z.object({ key: z.string(), title: Words }),
    found: z.array(z.object({ entry: z.number(), title: z.string(), facts: z.array(z.object({ title: Words, text: Words })), fill: FieldsOut })),
    more: z.boolean(),
  }),
})
export type FoundEntry = z.infer<typeof findLinked.output>['found'][number]

const LinkedRow = z.object({ entry: z.number(), title: z.string(), day: z.string().nullable(), org: Words, facts: z.array(z.object({ title: Words, text: Words })) })
export type LinkedRow = z.infer<typeof LinkedRow>

/** Which entries name this one, by ledger and field, of those the caller may see; `of` and `by` ask for one of the groups alone, page by page. */
export const listLinks = route({
  verb: 'link.list',
  method: 'GET',
  title: words('引用本条的条目', 'Entries that link here'),
  input: z.object({ ledger: Key, entry: EntryNumber, of: Key.optional(), by: Key.optional(), offset: Whole.default(0), limit: Whole.max(50).default(5) }),
  output: z.object({
    groups: z.array(z.object({ ledger: z.string(), title: Words, field: z.string(), fieldTitle: Words, count: z.number(), rows: z.array(LinkedRow), can: Can })),
    /** Entries that were merged into this one, and the one it was merged into itself. */
    merged: z.array(z.object({ entry: z.number(), title: z.string(), batch: z.string(), recordedAt: z.string(), by: z.string() })),
    into: z.object({ entry: z.number(), batch: z.string() }).nullable(),
    can: Can,
  }),
})

/** By what entries of a register look like one: the same code, the same name in the same village, the same telephone and name. */
export const DuplicateRule = z.enum(['code', 'name', 'phone'])

/** Entries of a register that may be one thing, in groups; only those the caller may compare. */
export const listDuplicates = route({
  verb: 'link.duplicates',
  method: 'GET',
  title: words('查重', 'Duplicates'),
  input: z.object({ ledger: Key, rule: DuplicateRule.optional(), offset: Whole.default(0), limit: Whole.max(50).default(20) }),
  output: z.object({
    rules: z.array(z.object({ rule: DuplicateRule, fields: z.array(Words) })),
    groups: z.array(z.object({ rule: DuplicateRule, by: z.array(Words), entries: z.number(), rows: z.array(RowOut) })),
    more: z.boolean(),
    can: Can,
  }),
})

/** Two entries side by side, and what a merge would move. */
export const weighMerge = route({
  verb: 'link.weigh',
  method: 'GET',
  title: words('合并前比对', 'Compare before merging'),
  input: z.object({ ledger: Key, keep: EntryNumber, drop: EntryNumber }),
  output: z.object({
    kept: RowOut,
    dropped: RowOut,
    /** Fields in which they differ, and whether the other's may be taken over. */
    fields: z.array(z.object({ field: z.string(), differs: z.boolean(), missing: z.boolean(), take: z.boolean() })),
    /** How many entries name each of them, whoever may see those. */
    refers: z.array(z.object({ title: Words, field: Words, kept: z.number(), dropped: z.number() })),
    /** Why it cannot be merged at once; a closed month asks for a second person. */
    problem: z.object({ code: z.string(), message: Words, propose: z.boolean() }).nullable(),
    can: Can,
  }),
})

const merging = z.object({ ledger: Key, keep: EntryNumber, sawKeep: EntryNumber, drop: EntryNumber, sawDrop: EntryNumber, take: z.array(Key).max(200), reason: Reason })

/** Merges one entry into another: the other is voided, what names it names the kept one, all as one batch that can be undone. */
export const mergeLinked = route({ verb: 'link.merge', method: 'POST', title: words('合并重复条目', 'Merge duplicates'), input: merging, output: z.object({ batch: z.string(), moved: z.number(), journal: z.number() }) })

/** Proposes a merge that needs a second person: of a closed month, or of a ledger whose corrections always do. */
export const proposeMerge = route({ verb: 'link.propose', method: 'POST', title: words('提出合并', 'Propose a merge'), input: merging, output: z.object({ id: z.number(), journal: z.number() }) })
