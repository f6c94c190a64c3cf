import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Context } from '../context.ts'
import type { Result } from '../result.ts'
import { bounded } from '../result.ts'

/** What a signed-in person's browser fetches before the living report can be read: scripts and styles, each compressed as the server sends it. */
export const name = 'first-page'

/** One file of Vite's manifest. */
type Chunk = { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }

const page = 'index.html'
const route = 'src/web/features/report/ReportPage.tsx'

export const run = async (context: Context): Promise<readonly Result[]> => {
  const outDir = mkdtempSync(join(tmpdir(), 'zhenwu-page-'))
  try {
    await build({ root: join(import.meta.dirname, '..', '..'), logLevel: 'silent', build: { outDir, emptyOutDir: true, manifest: true } })
    const manifest = JSON.parse(readFileSync(join(outDir, '.vite', 'manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>
    const files = new Set([page, ...filesOf(manifest, page), ...filesOf(manifest, route)])
    const sizes = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(join(outDir, file))).length })).toSorted((a, b) => b.bytes - a.bytes)
    for (const { file, bytes } of sizes.slice(0, 4)) context.say(`${(bytes / 1000).toFixed(0)} kB ${file}`)
    return [bounded({ name: 'first page: signed in, living report readable', value: sizes.reduce((total, each) => total + each.bytes, 0) / 1000, unit: 'kB gzip', most: 400 })]
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

/** A chunk, its styles, and all it imports at once. */
const filesOf = (manifest: Readonly<Record<string, Chunk>>, key: string, seen = new Set<string>()): readonly string[] => {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`${key} is not in the built app`)
  if (seen.has(key)) return []
  seen.add(key)
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((each) => filesOf(manifest, each, seen))]
}
