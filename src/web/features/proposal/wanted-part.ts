import type { ProposalOut } from '../../../api/proposal.ts'

/** What the decider did with each change of a proposal: `left` are those she unticked, `choices` where both changed one paragraph. */
export type Decided = { readonly left: ReadonlySet<string>; readonly choices: Readonly<Record<string, 'mine' | 'theirs'>> }

/** What is asked of the server: how many changes are taken, and the blocks by name unless all of the proposal is decided. */
export type WantedPart = { readonly taken: number; readonly whole: boolean; readonly blocks?: readonly string[]; readonly choices: Decided['choices'] }

/** Changes a decider may tick: those the proposal makes and nobody else has touched. */
export const freeChanges = ({ changes, conflicts }: Pick<ProposalOut, 'changes' | 'conflicts'>): ProposalOut['changes'] => {
  const torn = new Set(conflicts.map((conflict) => conflict.id))
  return changes.filter((change) => (change.kind !== 'same' || change.moved) && !torn.has(change.id))
}

/** The whole, where every change is ticked and every conflict is settled; else the ticked ones and the conflicts settled for the proposal, and the rest goes on waiting. */
export const wantedPart = (proposal: Pick<ProposalOut, 'changes' | 'conflicts'>, { left, choices }: Decided): WantedPart => {
  const ticked = freeChanges(proposal).flatMap((change) => (left.has(change.id) ? [] : [change.id]))
  const mine = proposal.conflicts.flatMap(({ id }) => (choices[id] === 'mine' ? [id] : []))
  const whole = ticked.length === freeChanges(proposal).length && proposal.conflicts.every(({ id }) => choices[id] !== undefined)
  const blocks = [...ticked, ...mine]
  return whole ? { taken: blocks.length, whole, choices } : { taken: blocks.length, whole, blocks, choices: Object.fromEntries(mine.map((id) => [id, 'mine'])) }
}
