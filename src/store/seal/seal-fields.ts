import { randomBytes } from 'node:crypto'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import type { Handle } from '../sql.ts'
import { rowsOf, sql, table } from '../sql.ts'
import type { SealKey } from './cipher.ts'
import { decrypt, encrypt, sealKey } from './cipher.ts'
import type { MasterKey } from './master-key.ts'
import { blindIndex } from './master-key.ts'

type SubjectKey = { readonly id: string; readonly key: SealKey }

type KeyRow = { readonly blind: string; readonly key_id: string; readonly wrapped: Buffer | null }

/**
 * Replaces plain text in sealed fields by ciphertext under the key of the person it is about, before the
 * fact reaches a change set: neither journal nor table ever holds the plain value. A person whose key was
 * destroyed is refused.
 */
export const sealFields = async (handle: Handle, schema: string, master: MasterKey, ledger: Ledger, rows: readonly Fields[]): Promise<readonly Fields[] | Refusal> => {
  const sealed = ledger.fields.filter((field) => field.kind === 'sealed').map((field) => field.key)
  if (sealed.length === 0) return rows
  const plain = new Map<string, string>()
  for (const row of rows)
    for (const key of sealed) {
      const value = row[key]
      if (typeof value === 'string') plain.set(value, blindIndex(master, value))
    }
  const keys = await subjectKeys(handle, schema, master, [...new Set(plain.values())])
  const erased = sealed.filter((key) => rows.some((row) => typeof row[key] === 'string' && !keys.has(plain.get(row[key]) ?? '')))
  if (erased.length > 0) return refuse('bad-input', {}, erased.map((field) => ({ field, code: 'person-erased', details: {} })))
  const seal = (value: string): string => {
    const blind = plain.get(value) ?? ''
    const subject = keys.get(blind)
    if (subject === undefined) throw new Error(`no key for ${blind}`)
    return `${blind}.${subject.id}.${encrypt(subject.key, Buffer.from(value)).toString('base64url')}`
  }
  return rows.map((row) => ({ ...row, ...Object.fromEntries(sealed.flatMap((key) => (typeof row[key] === 'string' ? [[key, seal(row[key])]] : []))) }))
}

/** Keys of persons by blind index, made and wrapped on first use. A destroyed key is not given again. */
const subjectKeys = async (handle: Handle, schema: string, master: MasterKey, blinds: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> => {
  const there = await keyRows(handle, schema, blinds)
  const known = new Set(there.map((row) => row.blind))
  const missing = blinds.filter((blind) => !known.has(blind))
  const rows = missing.length === 0 ? there : [...there, ...(await makeKeys(handle, schema, master, missing))]
  const keys = new Map<string, SubjectKey>()
  for (const row of rows) {
    const key = row.wrapped === null ? undefined : decrypt(master.wrapping, row.wrapped)
    if (key !== undefined) keys.set(row.blind, { id: row.key_id, key: sealKey(key) })
  }
  return keys
}

const keyRows = (handle: Handle, schema: string, blinds: readonly string[]): Promise<readonly KeyRow[]> =>
  rowsOf<KeyRow>(handle, sql`select blind, key_id, wrapped from ${table(schema, 'subject_keys')} where blind = any(${[...blinds]}::text[])`)

/** Another process may make the same key at the same time: the first one stands for both. */
const makeKeys = async (handle: Handle, schema: string, master: MasterKey, blinds: readonly string[]): Promise<readonly KeyRow[]> => {
  const ids = blinds.map(() => randomBytes(8).toString('hex'))
  const wrapped = blinds.map(() => encrypt(master.wrapping, randomBytes(32)).toString('hex'))
  await rowsOf(
    handle,
    sql`insert into ${table(schema, 'subject_keys')} (blind, key_id, wrapped) select blind, id, decode(wrapped, 'hex')
      from unnest(${[...blinds]}::text[], ${ids}::text[], ${wrapped}::text[]) as fresh (blind, id, wrapped) on conflict (blind) do nothing`,
  )
  return keyRows(handle, schema, blinds)
}

/** The plain value of a sealed one; undefined when its key was destroyed. */
export const openSealed = async (handle: Handle, schema: string, master: MasterKey, value: string): Promise<string | undefined> => {
  const [blind = '', , text = ''] = value.split('.')
  const [row] = await rowsOf<{ wrapped: Buffer | null }>(handle, sql`select wrapped from ${table(schema, 'subject_keys')} where blind = ${blind}`)
  const key = row?.wrapped == null ? undefined : decrypt(master.wrapping, row.wrapped)
  return key === undefined ? undefined : decrypt(sealKey(key), Buffer.from(text, 'base64url'))?.toString()
}
