import type { Scale, UnitKey } from '../../core/quantity/unit.ts'
import { unitKeys, unitOf, unitText } from '../../core/quantity/unit.ts'
import type { Lang } from '../../core/words.ts'

/** The wire tells a unit as an official text prints it (亿元); in English it is written out (100 million yuan). */
export const unitWords = (unit: string, lang: Lang): string => (lang === 'zh' ? unit : (english.get(unit) ?? unit))

const scales: readonly Scale[] = ['', '万', '亿']

const english: ReadonlyMap<string, string> = new Map(scales.flatMap((scale) => unitKeys.map((key: UnitKey): [string, string] => [`${scale}${unitOf(key).name.zh}`, unitText({ unit: key, scale }, 'en')])))
