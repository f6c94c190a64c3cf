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

const units = '%|％|个百分点|亿元|万元|元|万?平方米|公里|亩|吨|万?头|万?人次|万?人|家次|家|万?户|万?件|万?份|万?个|处|场次|场|批次|起|辆次|次|艘|名|例|条|所|万?分'
const quantity = new RegExp(`[0-9０-９][0-9０-９,.]*(?:余|多)?(?:万|亿)?(?:余|多)?(?:${units})`, 'g')
