import { town, wutangnan } from '../orgs.ts'

/** Someone who may sign in to the demonstration; invented, and named so that nobody can take her for real. */
export type DemoPerson = { readonly login: string; readonly name: string; readonly role: string; readonly org: string }

const person = (login: string, name: string, role: string, org: string): DemoPerson => ({ login, name, role, org })

/** Two leaders, the office, the line offices that keep ledgers and their heads, one village and an auditor. */
export const demoPeople: readonly DemoPerson[] = [
  person('leader', '示例镇长', 'leader', town),
  person('deputy', '示例副镇长', 'leader', town),
  person('office', '示例甲', 'office', 'dzb'),
  person('agriculture', '示例乙', 'line', 'nync'),
  person('industry', '示例丙', 'line', 'jjfz'),
  person('safety', '示例丁', 'line', 'yjxf'),
  person('building', '示例戊', 'line', 'czjs'),
  person('environment', '示例己', 'line', 'sthj'),
  person('welfare', '示例庚', 'line', 'shsw'),
  person('culture', '示例辛', 'line', 'djb'),
  person('order', '示例壬', 'line', 'pafz'),
  person('finance', '示例癸', 'line', 'czgl'),
  person('counter', '示例子', 'line', 'bmfw'),
  person('command', '示例辰', 'line', 'zhxx'),
  person('discipline', '示例丑', 'line', 'jjjc'),
  person('enforcement', '示例巳', 'line', 'zhzf'),
  person('congress', '示例午', 'line', 'zrd'),
  person('agriculture-head', '示例乙长', 'head', 'nync'),
  person('industry-head', '示例丙长', 'head', 'jjfz'),
  person('safety-head', '示例丁长', 'head', 'yjxf'),
  person('building-head', '示例戊长', 'head', 'czjs'),
  person('environment-head', '示例己长', 'head', 'sthj'),
  person('welfare-head', '示例庚长', 'head', 'shsw'),
  person('culture-head', '示例辛长', 'head', 'djb'),
  person('order-head', '示例壬长', 'head', 'pafz'),
  person('finance-head', '示例癸长', 'head', 'czgl'),
  person('counter-head', '示例子长', 'head', 'bmfw'),
  person('command-head', '示例辰长', 'head', 'zhxx'),
  person('discipline-head', '示例丑长', 'head', 'jjjc'),
  person('enforcement-head', '示例巳长', 'head', 'zhzf'),
  person('congress-head', '示例午长', 'head', 'zrd'),
  person('village', '示例寅', 'village', wutangnan),
  person('auditor', '示例卯', 'auditor', town),
]

/** Who enters the ledgers of an office. */
export const keeperOf = (office: string): string => loginAt(office, 'line', 'office')

/** Who leads an office. */
export const headOf = (office: string): string => loginAt(office, 'head')

const loginAt = (office: string, ...roles: readonly string[]): string => {
  const found = demoPeople.find((each) => each.org === office && roles.includes(each.role))
  if (found === undefined) throw new RangeError(`${office} has nobody who is ${roles.join(' or ')}`)
  return found.login
}
