import { wayOf } from './way-of.ts'

/**
 * Lets the app open where there is no network. At its first visit it keeps the page and what the field screens need; a page is asked of the network first, so that nobody works with an old one after
 * an upgrade, and each version drops what the one before kept. Answers of the server are not kept here.
 */

/** Written in when the app is built: what this version is called, and what it keeps from the beginning. */
declare const __WORKER_VERSION__: string
declare const __WORKER_ASSETS__: readonly string[]

type Lasting = Event & { readonly waitUntil: (until: Promise<unknown>) => void }
type Fetching = Event & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void }
type Scope = {
  readonly location: Location
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly addEventListener: ((kind: 'install' | 'activate', hear: (event: Lasting) => void) => void) & ((kind: 'fetch', hear: (event: Fetching) => void) => void)
}

const scope = globalThis as unknown as Scope
const name = `zhenwu-${__WORKER_VERSION__}`
const shell = '/'

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(activate()))
scope.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, scope.location.origin)
  if (way === 'page') event.respondWith(page(event.request))
  if (way === 'asset') event.respondWith(asset(event.request))
})

const install = async (): Promise<void> => {
  const cache = await caches.open(name)
  await cache.addAll([new Request(shell, { cache: 'reload' }), ...__WORKER_ASSETS__])
  await scope.skipWaiting()
}

const activate = async (): Promise<void> => {
  for (const each of await caches.keys()) if (each !== name) await caches.delete(each)
  await scope.clients.claim()
}

/** A gate that stands where the server should (502 to 504) is as dead a network as none. */
const page = async (request: Request): Promise<Response> => {
  const answer = await fetch(request).catch(() => undefined)
  if (answer !== undefined && (answer.status < 502 || answer.status > 504)) return answer
  return (await (await caches.open(name)).match(shell)) ?? answer ?? Response.error()
}

const asset = async (request: Request): Promise<Response> => {
  const cache = await caches.open(name)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.status === 200) await cache.put(request, answer.clone())
  return answer
}
