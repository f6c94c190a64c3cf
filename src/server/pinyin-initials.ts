import { pinyin } from 'pinyin-pro'

/** The first letters of the pinyin of a text in lower case, letters and digits as they stand: '生猪出栏' is 'szcl', 'PM2.5浓度' is 'pm25nd'. */
export const pinyinInitials = (text: string): string => {
  const known = initials.get(text)
  if (known !== undefined) return known
  const found = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase().replace(/[^a-z0-9]/g, '')
  initials.set(text, found)
  return found
}

const initials = new Map<string, string>()
