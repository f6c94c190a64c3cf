import type { Random } from './random.ts'

/** Names that nobody has. Each says 示例, and numbers that could be somebody's are impossible on purpose. */

const surnames = ['王', '张', '陈', '沈', '徐', '陆', '孙', '胡', '施', '周', '吴', '许'] as const
const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const

export const personName = (random: Random): string => `示例${random.pick(surnames)}某${random.pick(stems)}`

/** A phone number of no network: eleven digits that begin with 100. */
export const phoneNumber = (random: Random): string => `100${String(random.below(100_000_000)).padStart(8, '0')}`

/** A bank account of no bank. */
export const accountNumber = (random: Random): string => `0000${String(random.below(1_000_000_000)).padStart(9, '0')}`

/** The n-th of a long row of firms, all different for one trade; trades take turns when none is given. */
export const firmName = (n: number, trade?: string): string => {
  const mixed = (n * 7919) % range
  const a = Math.floor(mixed / trades.length)
  const told = trade ?? trades[mixed % trades.length] ?? ''
  const round = Math.floor(n / range)
  return `示例${syllables[a % 30] ?? ''}${syllables[Math.floor(a / 30) % 30] ?? ''}${trade === undefined ? '' : (stems[mixed % trades.length] ?? '子')}${told}有限公司${round === 0 ? '' : String(round)}`
}

const trades = ['电器', '轴承', '塑料', '五金', '纺织', '光伏', '家电', '模具', '贸易', '食品', '水产']
const syllables = [...'海塘浦潮汐滩葡萄云星月禾稻棉苇鸥帆渔桥闸湾屿晴岚风竹梅松柏泉'].slice(0, 30)
/** Every firm of a round has its own pair of syllables and trade. */
const range = 30 * 30 * trades.length

/**
 * An identity number of the division 999999, which does not exist, with a check character that is wrong; different
 * for every n below three hundred thousand. The birth years make people of 80 and more.
 */
export const identityOf = (n: number): { readonly identity: string; readonly born: number } => {
  const turn = n % births.length
  const born = births[turn] ?? 1938
  const rest = Math.floor(n / births.length)
  const order = (Math.floor(rest / 336) * births.length + turn) % 1000
  const body = `999999${born}${two(1 + (rest % 12))}${two(1 + (Math.floor(rest / 12) % 28))}${String(order).padStart(3, '0')}`
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (weights[at] ?? 0), 0)
  return { identity: `${body}${checks[(sum + 1) % 11]}`, born }
}

const two = (n: number): string => String(n).padStart(2, '0')
const births = [1940, 1939, 1938, 1937, 1936, 1935, 1934, 1933, 1940, 1939, 1938, 1937, 1936, 1930, 1928, 1926, 1940, 1939, 1921]
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
