import type { z } from 'zod'
import type { BlockChangeOut } from '../api/block-change.ts'
import type { ConflictOut } from '../api/proposal.ts'
import type { BlockChange, Printing } from '../core/report/compare-blocks.ts'
import { markedAgainst, textOf } from '../core/report/compare-blocks.ts'
import type { Block } from '../core/report/document.ts'
import type { BlockConflict } from '../core/report/merge-blocks.ts'
import type { Told } from '../core/report/print.ts'
import { printRun } from '../core/report/print.ts'

/** A marked difference as the wire tells it. */
export const presentChange = (change: BlockChange): z.input<typeof BlockChangeOut> => ({ ...change, pieces: change.pieces.map((piece) => ({ ...piece })) })

/** A place two texts of a section disagree on, each as it prints, marked against what both began from. */
export const presentConflict = ({ id, base, mine, theirs }: BlockConflict, print: Printing): z.input<typeof ConflictOut> => {
  const marked = (now: Block | null) => markedAgainst(base, now, print)?.map((piece) => ({ ...piece })) ?? null
  return { id, base: base === null ? null : textOf(base, print), mine: marked(mine), theirs: marked(theirs) }
}

/** Prints runs with what figures told. */
export const printing = (told: ReadonlyMap<string, Told>): Printing => (run) => printRun(run, run.kind === 'figure' ? told.get(run.measure) : undefined)
