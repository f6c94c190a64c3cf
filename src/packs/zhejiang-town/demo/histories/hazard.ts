import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays, daysBetween } from '../../../../core/time/day.ts'
import { wutangnan } from '../../orgs.ts'
import type { DemoHistory } from '../history.ts'
import { keeperOf } from '../people.ts'
import { act, lately, sofar, storyEnd } from './days.ts'
import { picturedFrom, withEvidence } from './evidence.ts'

/** The office that mends what is found in its line; what is found in the one village with an account is mended there. */
const menderOf = ({ org, field }: Fields): { readonly org: string; readonly person: string } => {
  if (String(org).startsWith(wutangnan)) return { org: wutangnan, person: 'village' }
  const office = field === 'flood' ? 'nync' : field === 'fire' ? 'czjs' : 'jjfz'
  return { org: office, person: keeperOf(office) }
}

/** From finding to striking off between the two days a row names; the steps lie on days between, and who mends does not check. */
export const hazardHistory = (row: Fields, index: number): DemoHistory => {
  const { closed, ...fields } = row
  const found = String(fields['day']) as Day
  const end = String(closed) as Day
  const days = Math.max(0, daysBetween(found, end))
  const mender = menderOf(fields)
  const keeper = keeperOf('yjxf')
  const assigned = addDays(found, Math.min(days, days > 2 ? 1 : 0))
  const signed = addDays(assigned, daysBetween(assigned, end) > 2 ? 1 : 0)
  const under = found >= lately && index % 3 !== 0
  const mended = under ? storyEnd : daysBetween(signed, end) > 0 ? addDays(end, -1) : end
  const all = [
    ...(fields['level'] === 'major' ? [act('report-up', found, keeper, 'yjxf', { note: '示例：已报市应急管理局' })] : []),
    act('assign', assigned, keeper, 'yjxf', { to_org: mender.org, note: '示例：限期整改并报送前后照片' }),
    act('sign', signed, mender.person, mender.org),
    act('mend', mended, mender.person, mender.org, { note: '示例：已按要求整改' }),
    act('strike', end, keeper, 'yjxf', { note: '示例：现场核查，隐患已消除' }),
  ]
  const handed = all.findIndex(({ step }) => step === 'sign') + 1
  const told: DemoHistory = { fields, actions: !under ? all : sofar(all, index, handed + (index % 4 === 1 ? 1 : 0)) }
  return found >= picturedFrom && index % 4 === 1 ? withEvidence(told, fields['field'] === 'flood' ? 'flood' : fields['field'] === 'fire' ? 'fire' : 'workshop', index, ['mend', 'strike']) : told
}
