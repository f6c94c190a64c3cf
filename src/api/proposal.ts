import { z } from 'zod'
import { Block } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { BlockChangeOut, PiecesOut } from './block-change.ts'
import { Can, DayText, EntryNumber, Reason, Whole } from './parts.ts'
import { route } from './route.ts'

const Written = z.object({ proposal: z.number(), journal: z.number() })

/** One place both changed, as it prints: `base` what it was, `mine` the proposal's words and `theirs` the section's as it stands, both marked against it; null where it was taken out. */
export const ConflictOut = z.object({ id: z.string(), base: z.string().nullable(), mine: PiecesOut.nullable(), theirs: PiecesOut.nullable() })

/** Proposed wording of a section. `changes` is what accepting it now would do to the section as it stands. */
export const ProposalOut = z.object({
  entry: z.number(),
  section: z.number(),
  sectionTitle: z.string(),
  /** The section's version the differences are told against; accepting names it. */
  version: z.number(),
  saw: z.number(),
  by: z.string(),
  day: DayText,
  recordedAt: z.string(),
  note: z.string().nullable(),
  origin: z.enum(['desk', 'word']),
  state: z.enum(['proposed', 'accepted', 'declined']),
  decider: z.string().nullable(),
  changes: z.array(BlockChangeOut),
  conflicts: z.array(ConflictOut),
  can: Can,
})
export type ProposalOut = z.infer<typeof ProposalOut>

/** Proposals for a report that wait, oldest first, a page of them; all of them where asked. With `limit` 0 they are only counted. */
export const listProposals = route({
  verb: 'proposal.list',
  method: 'GET',
  title: words('改稿', 'Proposed wording'),
  input: z.object({ report: EntryNumber, state: z.enum(['proposed', 'all']).optional(), offset: Whole.default(0), limit: Whole.max(100).default(20) }),
  output: z.object({ title: z.string(), period: z.string(), proposals: z.array(ProposalOut), total: z.number(), can: Can }),
})

/** Proposes other wording of a section, made from the version `saw`; the text stands as it is until someone accepts it. */
export const createProposal = route({ verb: 'proposal.create', method: 'POST', title: words('提出改稿', 'Propose wording'), input: z.object({ section: EntryNumber, saw: EntryNumber, blocks: z.array(Block).max(2000), note: z.string().trim().min(1).max(500).optional() }), output: Written })

/**
 * Accepts a proposal into the section the decider saw at version `saw`, or only the `blocks` named of it: the others go on waiting, and `left` says that some do. `choices` settles
 * each place both changed, by block. What the section gained elsewhere since is kept.
 */
export const acceptProposal = route({
  verb: 'proposal.accept',
  method: 'POST',
  title: words('采纳改稿', 'Accept a proposal'),
  input: z.object({ proposal: EntryNumber, saw: EntryNumber, blocks: z.array(z.string().max(40)).min(1).max(2000).optional(), choices: z.record(z.string().max(40), z.enum(['mine', 'theirs'])).optional() }),
  output: Written.extend({ section: z.number(), version: z.number(), left: z.boolean() }),
})

export const declineProposal = route({ verb: 'proposal.decline', method: 'POST', title: words('不采纳改稿', 'Decline a proposal'), input: z.object({ proposal: EntryNumber, reason: Reason }), output: Written })
