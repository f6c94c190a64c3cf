import type { z } from 'zod'
import type { BlockChangeOut } from '../api/block-change.ts'
import type { BlockChange, Printing } from '../core/report/compare-blocks.ts'
import type { Told } from '../core/report/print.ts'
import { printRun } from '../core/report/print.ts'

/** A marked difference as the wire tells it. */
export const presentChange = (change: BlockChange): z.input<typeof BlockChangeOut> => ({ ...change, pieces: change.pieces.map((piece) => ({ ...piece })) })

/** Prints runs with what figures told. */
export const printing = (told: ReadonlyMap<string, Told>): Printing => (run) => printRun(run, run.kind === 'figure' ? told.get(run.measure) : undefined)
