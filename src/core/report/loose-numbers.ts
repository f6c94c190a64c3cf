/**
 * Numbers in running text that state a quantity: digits with a unit of measure behind them, or a percentage.
 * Years, dates, list numbers, road and document numbers, and numbers inside names (“15分钟…圈”) are none.
 */
export const looseNumbers = (text: string): readonly string[] => {
  const bare = text.replace(/“[^”]*”|《[^》]*》/g, (quoted) => '□'.repeat(quoted.length))
  const found: string[] = []
  for (const match of bare.matchAll(quantity)) {
    const before = bare[match.index - 1] ?? ''
    if (/[A-Za-z0-9.\-—]/.test(before)) continue
    found.push(text.slice(match.index, match.index + match[0].length))
  }
  return found
}

const units = '%|％|个百分点|亿元|万元|元|平方米|平方公里|立方米|公里|公顷|公斤|米|亩|吨|千瓦时?|头|只|羽|株|人次|人|名|位|家次|家|户次|户|件次|件|份|个|处次|处|场次|场|批次|批|起|辆次|辆|次|艘|例|条|项|宗|所|座|台|套|栋|间|盏|支|本|篇|张|块|村|分|倍'
const quantity = new RegExp(`[0-9０-９][0-9０-９,.]*(?:余|多)?(?:万|亿)?(?:余|多)?(?:${units})`, 'g')
