/**
 * How long a text takes to read aloud, by its syllables. Numbers are counted as they are spoken: 2.07万 is 二点零七万, 6.6% is
 * 百分之六点六, 1400 is 一千四百.
 */

/**
 * Syllables a minute of someone who reads a report to a meeting. A setting of the house, between the slowest a reading test of
 * Putonghua allows (400 syllables in 4 minutes, 《普通话水平测试大纲》) and the 300 or so of a newsreader.
 */
export const syllablesPerMinute = 200

/** Syllables spoken when a text is read out; signs that are not spoken count nothing. */
export const syllablesIn = (text: string): number => {
  let count = 0
  for (const [piece] of text.matchAll(spoken)) count += /^\d/.test(piece) ? numberSyllables(piece) : 1
  return count
}

/** Seconds, rounded up, that so many syllables take. */
export const secondsFor = (syllables: number): number => Math.ceil((syllables * 60) / syllablesPerMinute)

/** A number with its fraction and per cent; otherwise a Chinese character or a letter. */
const spoken = /\d+(?:,\d{3})*(?:\.\d+)?%?|\p{Script=Han}|[A-Za-z]/gu

const numberSyllables = (written: string): number => {
  const percent = written.endsWith('%') ? 3 : 0
  const [whole = '', fraction] = written.replaceAll(',', '').replace('%', '').split('.')
  return wholeSyllables(whole.replace(/^0+(?=\d)/, '')) + (fraction === undefined ? 0 : 1 + fraction.length) + percent
}

/** 一千四百 has four, 一千零五 four, 十五 two, 三万零二 four; digits beyond the trillions are read one by one. */
const wholeSyllables = (digits: string): number => {
  if (digits.length > 16) return digits.length
  if (digits === '0') return 1
  let count = 0
  let gap = false
  const groups = Math.ceil(digits.length / 4)
  const padded = digits.padStart(groups * 4, '0')
  for (let group = 0; group < groups; group += 1) {
    const four = padded.slice(group * 4, group * 4 + 4)
    if (four === '0000') {
      gap = true
      continue
    }
    for (let at = 0; at < 4; at += 1) {
      if (four[at] === '0') {
        gap = count > 0
        continue
      }
      if (gap) count += 1
      gap = false
      count += at === 3 ? 1 : 2
    }
    if (group < groups - 1) count += 1
    gap = false
  }
  return /^1\d$/.test(digits) || /^1\d(?:\d{4})+$/.test(digits) ? count - 1 : count
}
