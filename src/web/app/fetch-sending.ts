/** A fetch that tells how much of a long body has gone out, 0 to 1, which fetch itself does not. Aborts and failures are fetch's own. */
export const fetchSending =
  (onSent: (share: number) => void): typeof fetch =>
  (address, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const abort = () => request.abort()
      const aborted = () => reject(new DOMException('aborted', 'AbortError'))
      if (init?.signal?.aborted === true) return aborted()
      request.open(init?.method ?? 'GET', String(address))
      new Headers(init?.headers).forEach((value, name) => request.setRequestHeader(name, value))
      request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
      request.onload = () => resolve(new Response(request.responseText, { status: request.status }))
      request.onerror = () => reject(new TypeError('network'))
      request.onabort = aborted
      request.onloadend = () => init?.signal?.removeEventListener('abort', abort)
      init?.signal?.addEventListener('abort', abort)
      request.send(typeof init?.body === 'string' ? init.body : null)
    })
