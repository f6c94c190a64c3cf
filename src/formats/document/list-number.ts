/** A number of a list as Word writes it in one of its formats (ISO/IEC 29500-1 17.18.59); a format not known here is written in Arabic digits, bullets are nothing. */
export const listNumber = (format: string, number: number): string => {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return within(number, 0x2460)
    case 'decimalEnclosedParen':
      return within(number, 0x2474)
    case 'decimalEnclosedFullstop':
      return within(number, 0x2488)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counted(number, '〇一二三四五六七八九', '十百千万')
    case 'chineseLegalSimplified':
      return counted(number, '零壹贰叁肆伍陆柒捌玖', '拾佰仟萬', true)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(number)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
    case 'ideographTraditional':
      return cycled(number, '甲乙丙丁戊己庚辛壬癸')
    case 'ideographZodiac':
      return cycled(number, '子丑寅卯辰巳午未申酉戌亥')
    case 'lowerLetter':
      return lettered(number)
    case 'upperLetter':
      return lettered(number).toUpperCase()
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    default:
      return String(number)
  }
}

/** ①, ⑴ and ⒈ go to twenty. */
const within = (number: number, first: number): string => (number >= 1 && number <= 20 ? String.fromCodePoint(first + number - 1) : String(number))

const cycled = (number: number, signs: string): string => (number < 1 ? String(number) : (signs[(number - 1) % signs.length] ?? ''))

/** 12 is 十二, 20 二十, 105 一百〇五. */
const counted = (number: number, digits: string, ranks: string, full = false): string => {
  if (number < 1 || number > 99_999) return number === 0 ? (digits[0] ?? '') : String(number)
  const places = [...String(number)].map(Number)
  let text = ''
  places.forEach((digit, index) => {
    const rank = places.length - index - 1
    if (digit !== 0) text += `${digits[digit]}${rank === 0 ? '' : ranks[rank - 1]}`
    else if (!text.endsWith(digits[0] ?? '') && places.slice(index).some((each) => each !== 0)) text += digits[0]
  })
  return !full && number >= 10 && number < 20 ? text.slice(1) : text
}

/** After z come aa, bb, cc. */
const lettered = (number: number): string => (number < 1 || number > 780 ? String(number) : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26)))

const romans: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

const roman = (number: number): string => {
  if (number < 1 || number > 3999) return String(number)
  let [left, text] = [number, '']
  for (const [value, sign] of romans) for (; left >= value; left -= value) text += sign
  return text
}
