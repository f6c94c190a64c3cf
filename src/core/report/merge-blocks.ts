import type { Block } from './document.ts'

/** A block two people changed, each her own way; null where one of them took it out. */
export type BlockConflict = { readonly id: string; readonly base: Block | null; readonly mine: Block | null; readonly theirs: Block | null }

export type Merged = { readonly blocks: readonly Block[]; readonly conflicts: readonly BlockConflict[] }

/**
 * Brings together two versions of a section that began as the same one, block by block: what only one side changed, added, moved or took
 * out stands; what both changed alike stands once. Where both changed one block differently `mine` stands in the result and the
 * conflict is told; a block one side changed and the other took out stays, and is told too. Every block has an id.
 */
export const mergeBlocks = (base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Merged => {
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)]
  const conflicts: BlockConflict[] = []
  const settled = new Map<string, Block>()
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const [b, m, t] = [was.get(id), my.get(id), their.get(id)]
    const kept = settle(b, m, t)
    if (kept === 'conflict') conflicts.push({ id, base: b ?? null, mine: m ?? null, theirs: t ?? null })
    const block = kept === 'conflict' ? (m ?? t) : kept
    if (block !== undefined) settled.set(id, block)
  }
  const order = sameOrder(base, mine) ? woven(ids(theirs), ids(mine), settled) : woven(ids(mine), ids(theirs), settled)
  return { blocks: order.flatMap((id) => settled.get(id) ?? []), conflicts }
}

const byId = (blocks: readonly Block[]): ReadonlyMap<string, Block> => new Map(blocks.map((block) => [block.id ?? '', block]))
const ids = (blocks: readonly Block[]): readonly string[] => blocks.map((block) => block.id ?? '')

/** What stands of one block; undefined where it is gone. */
const settle = (base: Block | undefined, mine: Block | undefined, theirs: Block | undefined): Block | undefined | 'conflict' => {
  if (same(mine, theirs)) return mine
  if (same(base, mine)) return theirs
  if (same(base, theirs)) return mine
  return 'conflict'
}

/** Whether two blocks say the same, whatever order their parts were written in. */
export const sameBlock = (a: Block | undefined, b: Block | undefined): boolean => same(a, b)

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]))
}

/** Whether what both hold stands in the same order in both. */
const sameOrder = (a: readonly Block[], b: readonly Block[]): boolean => {
  const [left, right] = [new Set(ids(a)), new Set(ids(b))]
  return ids(a).filter((id) => right.has(id)).join(' ') === ids(b).filter((id) => left.has(id)).join(' ')
}

/** The order of the first, with what only the second has set behind what stands before it there. */
export const woven = (first: readonly string[], second: readonly string[], settled: ReadonlyMap<string, Block>): readonly string[] => {
  const order = first.filter((id) => settled.has(id))
  const standing = new Set(order)
  second.forEach((id, at) => {
    if (!settled.has(id) || standing.has(id)) return
    const before = second.slice(0, at).findLast((each) => standing.has(each))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    standing.add(id)
  })
  return order
}
