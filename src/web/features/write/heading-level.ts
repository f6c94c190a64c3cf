/** The level a line announces by its number (GB/T 9704-2012 7.3.3): 一、 is 1, （一） 2, 1. 3, （1） 4; undefined for running text. */
export const headingLevel = (line: string): 1 | 2 | 3 | 4 | undefined => {
  if (line.length > 60 || /[。；]/.test(line.slice(0, -1))) return undefined
  if (/^[一二三四五六七八九十]+、/.test(line)) return 1
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(line)) return 2
  if (/^\d{1,2}[.．]\s*[^\d]/.test(line)) return 3
  if (/^[（(]\d{1,2}[）)]/.test(line)) return 4
  return undefined
}
