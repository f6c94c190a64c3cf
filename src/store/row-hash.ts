import { hash } from 'node:crypto'
import type { JournalRow } from '../core/journal/row.ts'
import { hashText } from '../core/journal/row.ts'

/** SM3 of the previous hash and the row's own text. */
export const rowHash = (previous: string, row: JournalRow): string => hash('sm3', `${previous}\n${hashText(row)}`, 'hex')
