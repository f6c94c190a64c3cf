import { randomUUID } from 'node:crypto'

/** A new name for a block of a report. */
export const newBlockId = (): string => randomUUID().slice(0, 8)
