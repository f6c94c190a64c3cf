/** A file dropped on one screen and taken up by the next. */
export const handedFile: { file: File | undefined } = { file: undefined }

/** Takes the file, so that it is used once. */
export const takeHanded = (): File | undefined => {
  const { file } = handedFile
  handedFile.file = undefined
  return file
}
