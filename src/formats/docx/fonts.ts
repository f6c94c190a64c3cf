/** A font for each kind of script, under the names Word has for them. */
export type Face = { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string; readonly cs: string; readonly hint: 'eastAsia' }

/**
 * The typefaces of official documents. They are licensed, so a document names them and carries none; the font table
 * tells a machine without them which fonts stand in, by other names and by the shape of their strokes.
 */
const named = (name: string): Face => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' })

/** A face for Chinese and Latin text alike, so that digits keep half a character's width. */
export const face = {
  /** 小标宋, for titles. */
  title: named('方正小标宋简体'),
  /** 仿宋, for the text. */
  text: named('仿宋_GB2312'),
  /** 黑体, for level 1. */
  black: named('黑体'),
  /** 楷体, for level 2 and remarks. */
  script: named('楷体_GB2312'),
  /** 宋体, for page numbers. */
  song: named('宋体'),
} as const

/** word/fontTable.xml; charset 86 is GB 2312, and the panose numbers lead to a Song, Hei or FangSong face. */
export const fontTable = (): string => {
  const entries = fonts.map(
    ({ name, others, panose, family, pitch }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
}

const fonts = [
  { name: '方正小标宋简体', others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋', panose: '02010600030101010101', family: 'roman', pitch: 'variable' },
  { name: '仿宋_GB2312', others: '仿宋,FangSong,华文仿宋', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  { name: '楷体_GB2312', others: '楷体,KaiTi,华文楷体', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  { name: '黑体', others: 'SimHei', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  { name: '宋体', others: 'SimSun', panose: '02010600030101010101', family: 'roman', pitch: 'variable' },
] as const
