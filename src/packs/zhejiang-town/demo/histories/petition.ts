import type { Fields } from '../../../../core/ledger/value.ts'
import type { Day } from '../../../../core/time/day.ts'
import { addDays, daysBetween } from '../../../../core/time/day.ts'
import type { DemoAction, DemoHistory } from '../history.ts'
import { act, after, between, by, lately, sofar, storyEnd } from './days.ts'

const offices: Readonly<Record<string, string>> = { 土地: 'nync', 环境: 'sthj', 劳资: 'shsw', 公共服务: 'bmfw', 积案: 'czjs' }

/** From sorting to the written answer; most run out with no review asked for, some are reviewed, some were shown another way. What a row calls `closed` is the day of the answer. */
export const petitionHistory = (row: Fields, index: number): DemoHistory => {
  const { closed, ...fields } = row
  const from = fields['day'] as Day
  const end = (closed ?? addDays(from, 12)) as Day
  const office = offices[String(fields['matter'])] ?? 'pafz'
  const elsewhere = fields['kind'] !== 'backlog' && index % 7 === 3
  const at = (share: number): Day => between(from, daysBetween(from, end) > 20 ? addDays(from, 20) : end, share)
  const sent: readonly DemoAction[] = [
    by('pafz', 'sort', at(0), { route: elsewhere ? 'duty' : 'opinion' }),
    by('pafz', 'send', at(0.2), { to_org: office, note: '示例：请依法按期办理' }),
  ]
  if (elsewhere) return { fields, actions: closed === undefined && from >= lately ? sofar(sent, index, 2) : [...sent, by(office, 'guide', end, { told_on: end, note: '示例：已告知法定途径' })] }
  const taken = [...sent, by(office, 'take', at(0.4), { told_on: at(0.4) })]
  if (closed === undefined) return { fields, actions: sofar(taken, index, 3) }
  if (fields['kind'] === 'backlog') return { fields, actions: [...taken, act('take-over', between(from, end, 0.5), 'deputy', '330282112', { note: '示例：领导包案' }), by(office, 'settle', end, { note: '示例：双方签订和解协议' })] }
  const long = daysBetween(at(0.4), end)
  const stayed = long > 25 && index % 5 === 0
  const answered: readonly DemoAction[] = [
    ...taken,
    ...(stayed ? [by(office, 'suspend', between(at(0.4), end, 0.3), { pause: 'appraisal', note: '示例：送第三方鉴定' }), by(office, 'resume', between(at(0.4), end, 0.5), { note: '示例：收到鉴定意见' })] : []),
    by(office, 'answer', end, { outcome: index % 3 === 0 ? 'explained' : 'supported', document: `示例信复〔${end.slice(0, 4)}〕${index + 1}号`, told_on: end, note: '示例：已送达' }),
  ]
  return { fields, actions: [...answered, ...(index % 17 === 5 ? reviewed(end, index) : lapsed('lapse', after(end, 38)))] }
}

/** A review one level up, answered by another person of the office that keeps petitions; nobody asks for a second. */
const reviewed = (answered: Day, index: number): readonly DemoAction[] => {
  const [asked, told] = [after(answered, 12), after(answered, 33)]
  if (told > storyEnd) return asked > storyEnd ? [] : [by('pafz', 'ask-review', asked)]
  return [
    by('pafz', 'ask-review', asked),
    act('review', told, 'order-head', 'pafz', { outcome: 'explained', document: `示例信查〔${told.slice(0, 4)}〕${index + 1}号`, told_on: told }),
    ...lapsed('lapse-again', after(told, 38)),
  ]
}

const lapsed = (step: string, on: Day): readonly DemoAction[] => (on > storyEnd ? [] : [by('pafz', step, on)])
