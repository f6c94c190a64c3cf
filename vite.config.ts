import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'
import { fieldWorker } from './scripts/field-worker.ts'

/**
 * Core states its schemas beside its types, and the screens use the types only. Building a schema does nothing
 * but build it, which a bundler cannot know; told so, it leaves out each schema no screen parses with, and zod.
 */
const pureSchemas = (): Plugin => ({
  name: 'pure-schemas',
  enforce: 'post',
  transform(code, id) {
    if (!/src[\\/](core|api)[\\/].*\.ts$/.test(id) || !code.includes('zod')) return null
    let marked = code
    for (const { start, end } of schemasIn(this.parse(code) as unknown as Program).toReversed()) marked = `${marked.slice(0, start)}/* @__PURE__ */ (() => ${marked.slice(start, end)})()${marked.slice(end)}`
    return { code: marked, map: null }
  },
})

type Node = { readonly type: string; readonly start: number; readonly end: number }
type Chain = Node & { readonly name?: string; readonly callee?: Chain; readonly object?: Chain }
type Statement = Node & { readonly declaration?: Statement | null; readonly declarations?: readonly { readonly init: Chain | null }[] }
type Program = { readonly body: readonly Statement[] }

/** Top-level values made by a chain of calls that begins at `z`. */
const schemasIn = (program: Program): readonly Node[] =>
  program.body.flatMap((statement) => (statement.declaration ?? statement).declarations?.flatMap(({ init }) => (init?.type === 'CallExpression' && rootOf(init) === 'z' ? [init] : [])) ?? [])

const rootOf = (node: Chain): string | undefined => {
  const under = node.callee ?? node.object
  return under === undefined ? node.name : rootOf(under)
}

/** The app is built from index.html into dist/web. Assets stay files, so that a strict content policy needs no data URLs. */
export default defineConfig({
  plugins: [react(), pureSchemas(), fieldWorker(['/ReportFindingPage.tsx', '/TodayPage.tsx', '/SignInPage.tsx', '/messages/en.ts'])],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What reads documents is fetched with their screens.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
            { name: 'core', test: /src[\\/]core[\\/](?!reading)|node_modules[\\/]big\.js[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})
