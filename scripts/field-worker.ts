import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** A file of the built app, as far as it matters here. */
type Chunk = { readonly type: 'chunk'; code: string; readonly fileName: string; readonly isEntry: boolean; readonly facadeModuleId: string | null; readonly imports: readonly string[]; readonly viteMetadata?: { readonly importedCss: ReadonlySet<string>; readonly importedAssets: ReadonlySet<string> } }
type Asset = { readonly type: 'asset'; readonly source: string | Uint8Array }
type Bundle = Readonly<Record<string, Chunk | Asset>>

const workerFile = 'worker.js'

/**
 * Builds the page's worker beside the app and tells it what to keep from the first visit: the shell, and the screens named here by their modules, each with its styles and all it imports. Its version
 * is a digest of every file, so that any change of the app is a new one.
 */
export const fieldWorker = (screens: readonly string[]): Plugin => ({
  name: 'field-worker',
  apply: 'build',
  enforce: 'post',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/web/worker/worker.ts', fileName: workerFile })
  },
  generateBundle(_, files) {
    const bundle = files as unknown as Bundle
    const worker = bundle[workerFile]
    if (worker?.type !== 'chunk' || worker.imports.length > 0) throw new Error('the worker is one file')
    const kept = new Set<string>()
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && (isShell(chunk) || screens.some((screen) => chunk.facadeModuleId?.endsWith(screen) === true))) keep(bundle, chunk, kept)
    if (screens.some((screen) => !Object.values(bundle).some((chunk) => chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(screen) === true))) throw new Error(`no screen of its own: one of ${screens.join(', ')}`)
    worker.code = worker.code.replaceAll('__WORKER_VERSION__', JSON.stringify(versionOf(bundle))).replaceAll('__WORKER_ASSETS__', JSON.stringify([...kept].sort().map((file) => `/${file}`)))
  },
})

const isShell = ({ isEntry, fileName }: Chunk): boolean => isEntry && fileName !== workerFile

/** A chunk with what it cannot run without. */
const keep = (bundle: Bundle, chunk: Chunk, kept: Set<string>): void => {
  if (kept.has(chunk.fileName)) return
  kept.add(chunk.fileName)
  for (const file of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) kept.add(file)
  for (const file of chunk.imports) {
    const next = bundle[file]
    if (next?.type === 'chunk') keep(bundle, next, kept)
  }
}

const versionOf = (bundle: Bundle): string => {
  const digest = createHash('sha256')
  for (const [file, { type, ...rest }] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) digest.update(`${file} ${type} `).update('code' in rest ? rest.code : rest.source)
  return digest.digest('hex').slice(0, 16)
}
