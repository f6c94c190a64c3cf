/** The largest document that is read, in bytes. */
export const mostBytes = 20_000_000

/** Endings of the kinds of file that may be read. */
export const fileKinds = ['.txt', '.docx', '.doc', '.wps', '.pdf', '.xlsx'] as const

export type FileProblem = 'many' | 'kind' | 'large' | 'emptyFile'

/** What keeps files from being sent at all; the server looks again at what is in them. */
export const fileProblem = (files: readonly { readonly name: string; readonly size: number }[]): FileProblem | undefined => {
  const [file] = files
  if (file === undefined || files.length > 1) return 'many'
  if (!fileKinds.some((kind) => file.name.toLowerCase().endsWith(kind))) return 'kind'
  return file.size > mostBytes ? 'large' : file.size === 0 ? 'emptyFile' : undefined
}

/** 14.2 MB, 38 kB. */
export const sizeText = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`)

/** The bytes of a file in base64. */
export const contentOf = (file: File, signal: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    signal.addEventListener('abort', () => reader.abort())
    reader.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.onload = () => {
      const address = String(reader.result)
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.readAsDataURL(file)
  })
