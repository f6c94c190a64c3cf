/** Longest side a photo is sent with, in pixels: enough to see a loose wire, small enough for a weak network. */
const side = 2000

/** Below this many bytes a photo that is not too large in pixels goes as it is. */
const small = 600_000

/** A photo as it is sent: a JPEG of at most 2000 pixels a side. One this browser cannot read goes as it is, and the server says what it thinks of it. */
export const shrinkPhoto = async (file: File): Promise<File> => {
  try {
    const image = await createImageBitmap(file)
    const share = Math.min(1, side / Math.max(image.width, image.height))
    if (share === 1 && file.size <= small) {
      image.close()
      return file
    }
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * share))
    canvas.height = Math.max(1, Math.round(image.height * share))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return blob === null || (blob.size >= file.size && share === 1) ? file : new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } catch (problem) {
    if (problem instanceof DOMException || problem instanceof TypeError) return file
    throw problem
  }
}
