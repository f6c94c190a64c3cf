import type { KeyObject } from 'node:crypto'
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { SealKey } from './cipher.ts'
import { sealKey } from './cipher.ts'

/**
 * The master key wraps the key of every person whose facts are sealed, and keys the blind index. It lives in
 * a file of its own outside the data directory and outside every backup (BOOK §11): without it a stolen
 * database or backup shows no sealed fact.
 */
export type MasterKey = { readonly id: string; readonly wrapping: SealKey; readonly index: KeyObject }

const KeyFile = z.object({ id: z.string(), wrapping: z.string(), index: z.string() })

/** Where the key of a data directory is kept unless told otherwise: beside it, not in it. */
export const defaultKeyFile = (data: string): string => join(dirname(resolve(data)), `${resolve(data).split(/[\\/]/).pop() ?? 'data'}-keys`, 'master.json')

/** Reads the master key, making it on first use; only its owner may read the file. */
export const openMasterKey = (file: string): MasterKey => {
  const text = readIfThere(file) ?? makeKeyFile(file)
  const { id, wrapping, index } = KeyFile.parse(JSON.parse(text))
  return { id, wrapping: sealKey(Buffer.from(wrapping, 'base64')), index: createSecretKey(Buffer.from(index, 'base64')) }
}

/** Keyed digest under which equal plain values are equal: 32 hex digits. */
export const blindIndex = (key: MasterKey, plain: string): string => createHmac('sm3', key.index).update(normal(plain)).digest('hex').slice(0, 32)

/** One spelling for one fact: no spaces, capitals. */
export const normal = (plain: string): string => plain.replace(/\s+/g, '').toUpperCase()

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw problem
  }
}

const makeKeyFile = (file: string): string => {
  const text = JSON.stringify({ id: randomBytes(6).toString('hex'), wrapping: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') })
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
    return text
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file, 'utf8')
    throw problem
  }
}
