/** What the page's worker does with a request: a page is asked of the network and comes from the device where that is dead; an asset never changes and is fetched once; the rest is none of its business. */
export type Way = 'page' | 'asset' | 'pass'

/** Answers of the server itself: never kept, and never stood in for. */
const ofServer = /^\/(?:api(?:\/|$)|healthz$|readyz$|metrics$)/

/** Which way a request goes; `origin` is that of the app. */
export const wayOf = ({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Way => {
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== origin || ofServer.test(address.pathname)) return 'pass'
  if (address.pathname.startsWith('/assets/')) return 'asset'
  return mode === 'navigate' ? 'page' : 'pass'
}
