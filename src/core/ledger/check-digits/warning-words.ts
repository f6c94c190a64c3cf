import type { Words } from '../../words.ts'
import type { FormatWarning } from './text-format.ts'

/** What looks wrong with a code or number, in both languages. */
export const warningWords: Readonly<Record<FormatWarning, Words>> = {
  'credit-code-shape': { zh: '统一社会信用代码应为 18 位，不含字母 I、O、S、V、Z，请核对。', en: 'A unified social credit code has 18 signs and no I, O, S, V or Z; please check.' },
  'credit-code-check': { zh: '统一社会信用代码的校验位不符，请核对。', en: 'The check character of this credit code does not hold; please check.' },
  'citizen-number-shape': { zh: '身份证号应为 18 位，请核对。', en: 'A citizen number has 18 signs; please check.' },
  'citizen-number-date': { zh: '身份证号里的出生日期不存在，请核对。', en: 'The day of birth in this citizen number does not exist; please check.' },
  'citizen-number-check': { zh: '身份证号的校验位不符，请核对。', en: 'The check character of this citizen number does not hold; please check.' },
  'citizen-number-old': { zh: '这是 15 位的旧号，请换成 18 位的号码。', en: 'This is an outdated number of 15 digits; please take the one of 18.' },
  'phone-shape': { zh: '不像电话号码，请核对。', en: 'This does not look like a telephone number; please check.' },
}
