import { createHash } from 'node:crypto'
import type { Handle } from './sql.ts'
import { oneOf, rowsOf, sql, table } from './sql.ts'

/** A file of the town, known by the SHA-256 of its bytes in hex. */
export type StoredFile = { readonly hash: string; readonly mediaType: string; readonly bytes: Uint8Array }

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps a file before the change set that names it is committed; one that is there already stays as it is, and counts as brought now. */
export const putFile = async (handle: Handle, schema: string, { hash, mediaType, bytes }: StoredFile): Promise<void> => {
  await rowsOf(handle, sql`insert into ${table(schema, 'files')} as files (hash, media_type, size, bytes) values (${hash}, ${mediaType}, ${bytes.length}::bigint, ${Buffer.from(bytes)}::bytea) on conflict (hash) do update set added_at = greatest(files.added_at, excluded.added_at)`)
}

/** Holds files that are about to be named from the clean-up, as if they were brought now; answers those that are there. */
export const holdFiles = async (handle: Handle, schema: string, hashes: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf<{ hash: string }>(handle, sql`update ${table(schema, 'files')} set added_at = greatest(added_at, now()) where hash = any(${[...hashes]}::text[]) returning hash`)
  return new Set(rows.map((row) => row.hash))
}

/** The bytes of a file that an entry names. Throws where it is missing: `verify` tells of it. */
export const getFile = async (handle: Handle, schema: string, hash: string): Promise<StoredFile> => {
  const row = await oneOf<{ media_type: string; bytes: Buffer }>(handle, sql`select media_type, bytes from ${table(schema, 'files')} where hash = ${hash}`)
  return { hash, mediaType: row.media_type, bytes: row.bytes }
}

/** Copies the files of one schema into another, with their small copies, for a town that is rebuilt from its journal: the journal names them and does not hold them. */
export const copyFiles = async (handle: Handle, from: string, to: string): Promise<void> => {
  await rowsOf(handle, sql`insert into ${table(to, 'files')} select * from ${table(from, 'files')} on conflict (hash) do nothing`)
  await rowsOf(handle, sql`insert into ${table(to, 'thumbnails')} select * from ${table(from, 'thumbnails')} on conflict (hash) do nothing`)
}
