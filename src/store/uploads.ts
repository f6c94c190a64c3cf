import type { StoredFile } from './files.ts'
import { putFile } from './files.ts'
import type { Handle } from './sql.ts'
import { rowsOf, sql, table } from './sql.ts'

/** A small copy of a picture. */
export type Thumbnail = { readonly mediaType: string; readonly bytes: Uint8Array }

/** Keeps a file somebody brought, and who that was; a small copy that is there already stays. */
export const putUpload = async (handle: Handle, schema: string, file: StoredFile, person: number, thumbnail: Thumbnail | undefined): Promise<void> => {
  await putFile(handle, schema, file)
  await rowsOf(handle, sql`insert into ${table(schema, 'uploads')} (hash, person) values (${file.hash}, ${person}::bigint) on conflict do nothing`)
  if (thumbnail !== undefined) await rowsOf(handle, sql`insert into ${table(schema, 'thumbnails')} (hash, media_type, bytes) values (${file.hash}, ${thumbnail.mediaType}, ${Buffer.from(thumbnail.bytes)}::bytea) on conflict (hash) do nothing`)
}

/** Which of these files a person has brought herself. */
export const broughtBy = async (handle: Handle, schema: string, person: number, hashes: readonly string[]): Promise<ReadonlySet<string>> => {
  if (hashes.length === 0) return new Set()
  const rows = await rowsOf<{ hash: string }>(handle, sql`select hash from ${table(schema, 'uploads')} where person = ${person}::bigint and hash = any(${[...hashes]}::text[])`)
  return new Set(rows.map((row) => row.hash))
}

/** The small copy of a picture, where one was made. */
export const findThumbnail = async (handle: Handle, schema: string, hash: string): Promise<Thumbnail | undefined> => {
  const [row] = await rowsOf<{ media_type: string; bytes: Buffer }>(handle, sql`select media_type, bytes from ${table(schema, 'thumbnails')} where hash = ${hash}`)
  return row === undefined ? undefined : { mediaType: row.media_type, bytes: row.bytes }
}

/**
 * Takes out files people brought before an instant and no journal row names, with their small copies and who brought them; answers how many. A file that is
 * being named is held by `holdFiles`, and one that is brought again by `putFile`: whichever comes second sees what the first did.
 */
export const dropUnnamed = async (handle: Handle, schema: string, naming: readonly string[], before: string): Promise<number> => {
  const [files, uploads, thumbnails] = [table(schema, 'files'), table(schema, 'uploads'), table(schema, 'thumbnails')]
  const rows = await rowsOf<{ hash: string }>(
    handle,
    sql`with named as materialized (select distinct found[1] as hash from ${table(schema, 'journal')} as j, regexp_matches(j.payload, '[0-9a-f]{64}', 'g') as found where j.ledger = any(${[...naming]}::text[])),
          gone as (delete from ${files} as f where f.added_at < ${before}::timestamptz and exists (select from ${uploads} as u where u.hash = f.hash) and not exists (select from named where named.hash = f.hash) returning f.hash),
          small as (delete from ${thumbnails} where hash in (select hash from gone))
        delete from ${uploads} where hash in (select hash from gone) returning hash`,
  )
  return new Set(rows.map((row) => row.hash)).size
}
