import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { errorCode, fileRefusal } from '../store-unavailable.ts'
import { BackupUnusable } from './backup-unusable.ts'
import { BackupEnd, BackupHead, BackupTable, backupVersion, endOfRows } from './format.ts'

/** What a backup says of itself at its beginning and at its end. */
export type BackupAbout = { readonly head: BackupHead; readonly end: BackupEnd }

/** A part of a backup, in the order of the file: after a table its rows, whole lines at a time. */
export type Piece = { readonly kind: 'head'; readonly head: BackupHead } | { readonly kind: 'table'; readonly table: BackupTable } | { readonly kind: 'rows'; readonly bytes: Buffer } | { readonly kind: 'end'; readonly end: BackupEnd }

/** Reads a backup through and answers what it says of itself; throws `BackupUnusable` unless every byte is as it was written. */
export const checkBackup = async (path: string): Promise<BackupAbout> => {
  let head: BackupHead | undefined
  let end: BackupEnd | undefined
  for await (const piece of readBackup(path)) {
    if (piece.kind === 'head') head = piece.head
    if (piece.kind === 'end') end = piece.end
  }
  if (head === undefined || end === undefined) throw new BackupUnusable('backup-cut', path)
  return { head, end }
}

/** Reads a backup part by part, never all of it into memory. */
export const readBackup = async function* (path: string): AsyncGenerator<Piece> {
  const sm3 = createHash('sm3')
  let expected: 'head' | 'table' | 'rows' | 'nothing' = 'head'
  for await (const block of wholeLines(path)) {
    let at = 0
    while (at < block.length) {
      if (expected === 'nothing') throw new BackupUnusable('backup-damaged', path)
      if (expected === 'rows') {
        const stop = endOf(block, at)
        const until = stop === -1 ? block.length : stop + endOfRows.length
        sm3.update(block.subarray(at, until))
        if (stop !== at) yield { kind: 'rows', bytes: block.subarray(at, stop === -1 ? until : stop) }
        if (stop !== -1) expected = 'table'
        at = until
        continue
      }
      const until = block.indexOf(newline, at) + 1
      const line = block.subarray(at, until)
      at = until
      if (expected === 'head') {
        yield { kind: 'head', head: headOf(line, path) }
        expected = 'table'
      } else {
        const value = jsonOf(line)
        const end = BackupEnd.safeParse(value)
        if (end.success) {
          if (end.data.sm3 !== sm3.digest('hex')) throw new BackupUnusable('backup-damaged', path)
          yield { kind: 'end', end: end.data }
          expected = 'nothing'
          continue
        }
        yield { kind: 'table', table: valid(BackupTable, value, path) }
        expected = 'rows'
      }
      sm3.update(line)
    }
  }
  if (expected !== 'nothing') throw new BackupUnusable(expected === 'head' ? 'backup-foreign' : 'backup-cut', path)
}

const newline = 10
const mark = Buffer.from(endOfRows)
const markAfterRow = Buffer.from(`\n${endOfRows}`)

/** Where the line that ends the rows begins; -1 when it is not in this block. */
const endOf = (block: Buffer, at: number): number => {
  if (block.subarray(at, at + mark.length).equals(mark)) return at
  const found = block.indexOf(markAfterRow, at)
  return found === -1 ? -1 : found + 1
}

const headOf = (line: Buffer, path: string): BackupHead => {
  const head = BackupHead.safeParse(jsonOf(line))
  if (!head.success) throw new BackupUnusable('backup-foreign', path)
  if (head.data.version > backupVersion) throw new BackupUnusable('backup-newer', `${path}, ${head.data.version}`)
  return head.data
}

const jsonOf = (line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined // whoever asked finds that this is not what belongs here
  }
}

const valid = <Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.output<Schema> => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new BackupUnusable('backup-damaged', path)
  return parsed.data
}

/** The unpacked text in blocks of whole lines. A rest without line end is a file cut short. */
const wholeLines = async function* (path: string): AsyncGenerator<Buffer> {
  const unpacked = createGunzip()
  pipeline(createReadStream(path), unpacked, () => undefined) // what fails is thrown where the text is read
  let rest: Buffer[] = []
  let any = false
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const last = chunk.lastIndexOf(newline)
      if (last === -1) rest.push(chunk)
      else {
        any = true
        yield Buffer.concat([...rest, chunk.subarray(0, last + 1)])
        rest = [chunk.subarray(last + 1)]
      }
    }
  } catch (problem) {
    throw unreadable(problem, path, any)
  }
  if (rest.some((part) => part.length > 0)) throw new BackupUnusable(any ? 'backup-cut' : 'backup-foreign', path)
}

const unreadable = (problem: unknown, path: string, any: boolean): unknown => {
  const code = errorCode(problem)
  if (code === 'ENOENT') return new BackupUnusable('backup-missing', path, problem)
  if (code === 'EISDIR') return new BackupUnusable('backup-foreign', path, problem)
  if (code === 'Z_BUF_ERROR') return new BackupUnusable('backup-cut', path, problem)
  if (code?.startsWith('Z_') === true) return new BackupUnusable(any ? 'backup-damaged' : 'backup-foreign', path, problem)
  return fileRefusal(problem, path)
}
