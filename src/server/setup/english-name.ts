import { pinyin } from 'pinyin-pro'
import type { DivisionName } from '../../core/division/names.ts'

/** A place as it is told in English: 上舍村 is Shangshe Village. What has no English kind is told by its pinyin alone. */
export const englishName = ({ stem, kind }: Pick<DivisionName, 'stem' | 'kind'>): string => [capital(spelt(stem)), kind].filter((part) => part !== '').join(' ')

const spelt = (text: string): string => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join('').trim()

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
