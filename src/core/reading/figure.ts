import { decimal, minus, times, type Decimal } from '../quantity/decimal.ts'
import type { Role } from './attribute.ts'
import { roleOf } from './attribute.ts'
import type { Bound, Quantity } from './quantity.ts'

/** A change on an earlier time; the sign is the direction. */
export type DraftChange = { readonly direction: 'up' | 'down'; readonly percent: Decimal | null; readonly points: Decimal | null; readonly basis: string | null; readonly bound: Bound | null }

/** A figure while it is put together from the numbers of its sentence; places are in the plain text. */
export type Draft = {
  readonly from: number
  readonly to: number
  /** Where its digits begin. */
  readonly at: number
  /** The number itself; undefined where only a change or a completion is told. */
  readonly level: Quantity | undefined
  /** The words before the number in its clause. */
  readonly lead: string
  /** A difference (减少240亩) or a start (由7.1亿元): what follows belongs to another number where there is one. */
  readonly aside: boolean
  change?: DraftChange
  share?: Decimal
  completion?: Decimal
  base?: Quantity
  readonly attached: Attached[]
  /** The rules that made it, in order. */
  readonly rules: string[]
}

export type Attached = { readonly role: 'change' | 'share' | 'completion' | 'completion_base'; readonly from: number; readonly to: number }

/** Puts the numbers of one sentence, which begins at `from`, together to figures. */
export const figuresIn = (plain: string, from: number, quantities: readonly Quantity[]): readonly Draft[] => {
  const drafts: Draft[] = []
  for (const run of runsOf(plain, from, quantities)) {
    if (run.members[0]?.kind === 'level') addLevel(plain, run, drafts)
    else addAttributes(run, drafts)
  }
  return drafts.sort((a, b) => a.from - b.from)
}

/** One number, or several percentages joined by 、 and 和, behind the same words. */
type Run = { readonly members: readonly Quantity[]; readonly lead: string; readonly leadFrom: number; readonly base: Quantity | undefined; readonly next: Quantity | undefined }

const runsOf = (plain: string, from: number, quantities: readonly Quantity[]): readonly Run[] => {
  const runs: { members: Quantity[]; lead: string; leadFrom: number; base: Quantity | undefined; next: Quantity | undefined }[] = []
  let last: Quantity | undefined
  let base: { readonly it: Quantity; readonly lead: string; readonly leadFrom: number } | undefined
  quantities.forEach((it, index) => {
    const next = quantities[index + 1]
    const run = runs.at(-1)
    if (last !== undefined && run !== undefined && it.kind !== 'level' && last.kind === it.kind && /^(?:[、,]|和|与|及|以及)?$/.test(plain.slice(last.to, it.from)) && it.sign === last.sign || joinedBySign(plain, last, it)) {
      run?.members.push(it)
      last = it
      return
    }
    const leadFrom = leadStart(plain, Math.max(last?.to ?? from, from), it.from)
    const lead = plain.slice(leadFrom, it.from)
    if (it.kind !== 'points' && isBase(plain, lead, it, next)) base = { it, lead, leadFrom }
    else {
      runs.push({ members: [it], lead: base === undefined ? lead : `${base.lead}的`, leadFrom: base?.leadFrom ?? leadFrom, base: base?.it, next })
      base = undefined
    }
    last = it
  })
  return runs
}

/** +19.82%、-80.46%. */
const joinedBySign = (plain: string, last: Quantity | undefined, it: Quantity): boolean =>
  last !== undefined && it.kind === last.kind && it.sign !== null && last.sign !== null && /^[、,]$/.test(plain.slice(last.to, it.from))

/** Behind the number before it or the last comma. */
const leadStart = (plain: string, floor: number, at: number): number => {
  for (let index = at - 2; index >= floor; index -= 1) if (',;。:!?'.includes(plain[index] ?? '#')) return index + 1
  return floor
}

/** 占全年任务2480万元的57.5%: 2480 is what 57.5 % is of, and no figure of its own. */
const isBase = (plain: string, lead: string, it: Quantity, next: Quantity | undefined): boolean =>
  next !== undefined && next.kind !== 'level' && /^的(?:比例|比重)?(?:达|约|近)?$/.test(plain.slice(it.to, next.from)) && /(?:占|完成|达到?|为|是|实现)[^,。;]*(?:目标|任务|计划|预算|指标)[^,。;]*$/.test(lead)

const addLevel = (plain: string, run: Run, drafts: Draft[]): void => {
  const [it] = run.members
  if (it === undefined) return
  const waiting = drafts.at(-1)
  if (waiting !== undefined && waiting.level === undefined && waiting.change !== undefined && reaches.test(run.lead) && it.from - waiting.to <= 8) {
    drafts[drafts.length - 1] = { ...waiting, from: it.from, to: it.to, at: it.at, level: it, attached: [...waiting.attached], rules: [...waiting.rules, 'change-first'] }
    return
  }
  const difference = differs.test(run.lead)
  const start = run.next !== undefined && run.next.kind === it.kind && starts.test(run.lead) && arrives.test(plain.slice(it.to, run.next.from))
  const earlier = comparedWith.test(run.lead) || (/^[和与、及]$/.test(run.lead) && drafts.at(-1)?.rules.includes('compared-with') === true)
  drafts.push(draft(it, it, run.lead, difference || start || earlier, [it.rule, ...(difference ? ['difference'] : []), ...(start ? ['from-to'] : []), ...(earlier ? ['compared-with'] : [])]))
}

const comparedWith = /(?:较|比)(?:上年|去年|上年同期|去年同期|同期|年初|上年末)(?:同期)?的?$/
const reaches = /^,?(?:总量|总额|规模|总数)?(?:达到?|为|实现|突破|增至|增加到|提高到|升至|至|到)了?(?:约|近)?$/
const differs = /(?:(?<!新)增加|减少|净增|净减|增长|下降|降低|提高|[^新]增|[^增缩]减|少|多|高|低|高出|压减|缩减|超额|超出|偏多|偏少)(?:了)?(?:约|近)?$|超额[^,。;]{0,10}$/
const starts = /(?:由|从)(?:[^,。;]{0,10})?$/
const arrives = /^[^,。;]{0,4},?(?:提高|增加|增长|上升|提升|扩大|下降|降低|减少|降|压缩|压减|缩减|缩短|发展|增|减|调整|提速|跃升|跌|回落|扩展|扩|升)?了?(?:到|至|为)/

const draft = (place: Quantity, level: Quantity | undefined, lead: string, aside: boolean, rules: string[]): Draft => ({ from: place.from, to: place.to, at: place.at, level, lead, aside, attached: [], rules })

const addAttributes = (run: Run, drafts: Draft[]): void => {
  const [first] = run.members
  if (first === undefined) return
  const told = roleOf(run.lead, first)
  const role: Role = run.base !== undefined && told.kind === 'level' ? { kind: 'completion', owner: '', rule: 'completion-base' } : told
  const own = role.kind === 'level' || role.kind === 'gap' || (role.kind === 'share' && role.owner !== '' && role.rule !== 'share')
  const anchors = own || role.owner !== '' ? [] : anchorsFor(run, drafts)
  run.members.forEach((it, index) => {
    const anchor = anchors.length === run.members.length ? anchors[index] : run.members.length === 1 ? anchors.at(-1) : undefined
    if (anchor !== undefined) attach(anchor, it, role, run, drafts)
    else {
      const alone = draft(it, own ? it : undefined, run.lead, role.kind === 'gap', [it.rule, role.rule])
      if (!own) attach(alone, it, role, run, drafts)
      drafts.push(alone)
    }
  })
}

/** The figures before it that a run without words of its own belongs to. */
const anchorsFor = (run: Run, drafts: readonly Draft[]): readonly Draft[] => {
  const direct = drafts.filter((each) => !each.aside)
  const pool = direct.length === 0 ? drafts : direct
  return pool.slice(-run.members.length)
}

/** The task told in its own clause before: 建设任务3400亩,已完成3410亩,完成率100.3%. */
const taskBefore = (drafts: readonly Draft[], to: Draft): Quantity | undefined =>
  drafts.findLast((each) => each !== to && each.level !== undefined && each.level.unit === to.level?.unit && each.from < to.from && /(?:任务|计划|目标)(?:数|为|投资|完成)?$/.test(each.lead))?.level

const hundred = decimal('100')

const attach = (to: Draft, it: Quantity, role: Role, run: Run, drafts: readonly Draft[]): void => {
  const percent = it.kind === 'times' && it.rule !== 'doubling' ? (role.kind === 'change' && role.rule === 'times-of' ? minus(times(it.value, hundred), hundred) : times(it.value, hundred)) : it.value
  if (to.level !== undefined || to.rules.length === 0) to.rules.push(role.rule)
  switch (role.kind) {
    case 'change': {
      const value = percent.startsWith('-') ? percent.slice(1) as Decimal : percent
      to.change ??= { direction: percent.startsWith('-') ? 'down' : role.direction, percent: it.kind === 'points' ? null : value, points: it.kind === 'points' ? value : null, basis: role.basis, bound: it.bound }
      to.attached.push({ role: 'change', from: it.from, to: it.to })
      break
    }
    case 'share':
      to.share ??= percent
      to.attached.push({ role: 'share', from: it.from, to: it.to })
      break
    case 'completion':
      to.completion ??= percent
      to.attached.push({ role: 'completion', from: it.from, to: it.to })
      to.base ??= run.base ?? taskBefore(drafts, to)
      if (run.base !== undefined) to.attached.push({ role: 'completion_base', from: run.base.from, to: run.base.to })
      break
    case 'gap':
    case 'level':
      break
    default:
      role satisfies never
  }
}
