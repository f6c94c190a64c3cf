import type { FormSheet } from './form-sheet.ts'

/** What a form calls itself: the first words of its first sheet that are no label and no number of an annex; else the name of its file. */
export const formTitle = (sheets: readonly FormSheet[], file: string): string => {
  const texts = (sheets.find((sheet) => !sheet.hidden)?.cells ?? []).filter(({ row, value }) => row <= 4 && !value).map(({ text }) => text.replace(/\s+/g, ''))
  return (texts.find((text) => text.length >= 4 && !/[:：]/.test(text) && !/^(附件|附表|表)[\d一二三四五六七八九十]*$/.test(text)) ?? file.replace(/\.[^.]*$/, '')).slice(0, 120)
}
