/** Puts the worker behind the page, once the page itself has come. A browser that takes none (a plain http address, a private window) works as it did, with a network only. */
export const registerWorker = (): void => {
  if (!('serviceWorker' in navigator)) return
  window.addEventListener('load', () => void navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' }).catch(() => undefined))
}
