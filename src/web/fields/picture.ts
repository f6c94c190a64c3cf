/** Longest side of a small copy, in pixels. */
const side = 320

/** A small JPEG of a picture, made of its pixels alone; undefined where this browser cannot read it. */
export const makeThumbnail = async (file: Blob): Promise<string | undefined> => {
  try {
    const image = await createImageBitmap(file)
    const share = Math.min(1, side / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * share))
    canvas.height = Math.max(1, Math.round(image.height * share))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]
  } catch (problem) {
    if (problem instanceof DOMException || problem instanceof TypeError) return undefined
    throw problem
  }
}

/** The bytes of a file in base64. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })

/** Whether a name is that of a picture; the server gives every file the ending of its content. */
export const isPicture = (name: string): boolean => /\.(?:jpe?g|png|webp)$/.test(name)
