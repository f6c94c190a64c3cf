import { dayOf } from '../time/day.ts'
import { roleOf } from './attribute.ts'
import type { Clause } from './clause.ts'
import { clausesIn } from './clause.ts'
import type { Deadline } from './deadline.ts'
import { deadlinesIn } from './deadline.ts'
import { deliverableIn } from './deliverable.ts'
import type { Quantity } from './quantity.ts'
import { verbs } from './verb.ts'

/** A promise while it is put together; places are in the plain text. */
export type Promised = {
  readonly from: number
  readonly to: number
  readonly action: string
  readonly target: Quantity | undefined
  readonly deadline: Deadline | undefined
  readonly modality: 'plain' | 'strive' | 'ensure'
  readonly milestones: readonly { readonly from: number; readonly to: number; readonly deadline: Deadline | undefined }[]
  readonly rules: readonly string[]
}

/** What stands around a sentence: the plan's year, the time that leads its list, the promise before it. */
export type Frame = { readonly year: number | undefined; readonly lead: Deadline | undefined; readonly before: Promised | undefined; /** Takes a clause that promises nothing one can point at. */ readonly keep: (from: number, to: number) => void }

/** The promises of one sentence of a plan. */
export const promisesIn = (plain: string, from: number, to: number, quantities: readonly Quantity[], frame: Frame): readonly Promised[] => {
  const { year } = frame
  const found: Promised[] = []
  const goesOn = frame.before !== undefined && (plain[from - 1] === ';' || plain.startsWith('其中', from))
  let governing: Deadline | undefined = goesOn ? (frame.before?.deadline ?? frame.lead) : frame.lead
  let modality: Promised['modality'] = goesOn ? (frame.before?.modality ?? 'plain') : 'plain'
  let intro: Clause | undefined
  let lastEnd = -1
  for (const clause of clausesIn(plain, from, to, quantities)) {
    const text = plain.slice(clause.from, clause.to)
    const own = deadlinesIn(plain, clause.from, clause.to, year)
    const said = modalityOf(text)
    if (isIntro(text, own)) {
      governing = own.at(-1) ?? leadIn(plain, clause.from, clause.to, year) ?? governing
      modality = said ?? modality
      intro = clause
      continue
    }
    const bare = !verbFirst.test(text)
    modality = said ?? (bare || clause.joined ? modality : 'plain')
    const begin = intro !== undefined && clause.from - intro.to <= 2 && intro.to - intro.from <= 8 && plain[intro.to] === ',' ? intro.from : headOf(plain, from, clause.from)
    intro = undefined
    if (own.length > 0 && !/获悉|报道|讯/.test(text)) governing = own.at(-1)
    const last = found.at(-1)
    if (last !== undefined && stage.test(text) && (own.length > 0 || lastEnd === clause.from - 1)) {
      const together = lastEnd === clause.from - 1 && last.target === undefined
      const due = own.at(-1) ?? last.deadline
      found.forEach((each, index) => {
        if (index === found.length - 1 && together) found[index] = { ...each, to: clause.to, deadline: due, modality: said ?? each.modality, milestones: each.deadline === undefined || own.length === 0 ? each.milestones : [...each.milestones, { from: each.from, to: each.to, deadline: each.deadline }], rules: [...each.rules, 'stage'] }
        else if (each.deadline === undefined || each.deadline === frame.lead) found[index] = { ...each, deadline: due }
      })
      lastEnd = clause.to
      continue
    }
    const targets = targetsIn(plain, clause, last)
    const named = clause.quantities.every((it) => describes(plain, clause, it))
    const why = targets.length > 0 ? 'target' : !named ? undefined : own.some((each) => !/^(?:全年|年度|当年|下半年|上半年|今年)$/.test(each.text)) && verbIn.test(text) && !/已|了|召开|为实现|获悉|报道/.test(text) ? 'deadline' : own.length > 0 && stage.test(text) ? 'stage' : deliverableIn(text)
    if (why === undefined) {
      if (verbFirst.test(text) && text.length >= 4) frame.keep(clause.from, clause.to)
      continue
    }
    const common = { from: begin, to: clause.to, action: verbFirst.exec(text)?.[0] ?? '', deadline: own.at(-1) ?? governing, modality, milestones: [], rules: [why] }
    if (targets.length === 0) found.push({ ...common, target: undefined })
    else for (const target of targets) found.push({ ...common, target })
    lastEnd = clause.to
  }
  return found
}

/** A year or 今年 that opens a list of aims: 2020年目标, 今年, 2019年为民办实事. */
export const openingLead = (plain: string, year: number | undefined): Deadline | undefined => {
  const match = /(20\d{2}年|今年|明年)(?!以来|[上下]半年)[^。\n;]{0,28}(?:实事|奋斗目标|预期目标|主要目标)(?![^。\n]{0,8}(?:完成|情况))/.exec(plain.slice(0, 600))
  return match === null ? undefined : leadIn(plain, match.index, match.index + match[0].length, year)
}

/** A year or 今年 right at the beginning of a stretch. */
export const leadIn = (plain: string, from: number, to: number, year: number | undefined): Deadline | undefined => {
  const match = /^(?:[(一二三四五六七八九十\d、.)]{0,5})?(?:力争)?(20[\dxX*]{2}年|今年|明年|全年)(?!以来|度|是|[上下]半年|[一二三四\d]|底|末)/.exec(plain.slice(from, to))
  const text = match?.[1]
  if (match === null || text === undefined) return undefined
  const own = /^20\d\d/.test(text) ? Number(text.slice(0, 4)) : text.startsWith('20') || year === undefined ? undefined : text === '明年' ? year + 1 : year
  const at = from + match[0].length - text.length
  return { from: at, to: at + text.length, text, day: own === undefined || own > 2199 ? null : dayOf(own, 12, 31) }
}

/** Inside brackets, where it only divides or explains. */
const bracketed = (plain: string, clause: Clause, it: Quantity): boolean => {
  const before = plain.slice(clause.from, it.at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

const modalityOf = (text: string): 'strive' | 'ensure' | undefined => (/力争|争取|争创|争当|努力(?=实现|达|完成|使|打造|创)|力求/.test(text) ? 'strive' : /确保|保证|务必|必须/.test(text) ? 'ensure' : undefined)

/** Words that only say when or that it is a list of aims: 力争到年底, 2020年目标. */
const isIntro = (text: string, own: readonly Deadline[]): boolean => {
  if (text.length > 24) return false
  const rest = own.reduce((left, each) => left.replace(each.text, ''), text).replace(/力争|确保|争取|预期|经济社会|发展|主要|工作|全[镇市县区乡]|目标|任务|是|为|:|20[\dxX*]{2}年|前|内|再|在|到|将|要|的|今年|我们|预计|经济|总体|奋斗|指标|完成/g, '')
  return rest.length <= 1
}

/** The numbers a clause promises; a growth without words of its own only describes the target before it. */
const targetsIn = (plain: string, clause: Clause, last: Promised | undefined): readonly Quantity[] => {
  const aims = clause.quantities.filter((it) => !describes(plain, clause, it) && !bracketed(plain, clause, it))
  const [first] = clause.quantities
  if (first === undefined) return []
  if (first.kind !== 'level') {
    const role = roleOf(plain.slice(clause.from, first.from), first)
    if (role.kind !== 'level' && role.kind !== 'gap' && role.owner === '' && last?.target !== undefined) return []
  }
  if (/^以[^,]*为/.test(plain.slice(clause.from, clause.to))) return []
  const counted = aims.length > 1 ? aims.filter((it) => !(plain.slice(it.end, it.to) !== '' && /[一-鿿]/.test(plain[it.to] ?? '') && !/^(?:的|以|等)/.test(plain.slice(it.to)))) : aims
  const pool = counted.length === 0 ? aims : counted
  const [head] = pool
  const tail = pool.at(-1)
  if (head === undefined || tail === undefined || head === tail) return pool
  const reached = /(?:达到?|为|至|到|突破|超过|增长|提高|控制在|稳定在|各|增加|完成|做好|建设|新建|改造)$/.test(plain.slice(clause.from, tail.from))
  return [reached || /(?:投资|安排|投入|筹集|利用|资金)$/.test(plain.slice(clause.from, head.from)) || head.unit.endsWith('元') ? tail : head]
}

/** 总投资5亿元的项目, 年产120万吨的技改: how large a project is, and no aim. */
const describes = (plain: string, clause: Clause, it: Quantity): boolean => {
  const before = plain.slice(clause.from, it.from)
  return (/(?:总投资|计划投资|总面积|占地)(?:约|达)?$/.test(before) && plain[it.to] === '的') || (/(?:年产|日产|日处理|装机|库容|容量)(?:约|达)?$/.test(before) && /^[一-鿿]/.test(plain[it.to] ?? ''))
}

/** Whether a number in a plan only says how large a project is; it is a fact and no aim. */
export const isSize = (plain: string, from: number, it: Quantity): boolean => /(?:总投资|计划投资)(?:约|达)?$/.test(plain.slice(Math.max(from, it.from - 8), it.from)) && plain[it.to] === '的'

/** The part of a review's sentence that promises: 力争年底前完工, 10月底前将用上自来水. */
export const promiseInside = (plain: string, from: number, to: number, year: number | undefined): { readonly from: number; readonly to: number } | undefined => {
  for (const clause of clausesIn(plain, from, to, [])) {
    const text = plain.slice(clause.from, clause.to)
    const due = deadlinesIn(plain, clause.from, clause.to, year).find((each) => /前|底|末|内|下半年|[上中下]旬|初/.test(each.text) || begins.test(plain.slice(each.to, each.to + 8)))
    if (due === undefined) continue
    const rest = plain.slice(clause.from, to)
    if (/力争|争取|确保|预计|计划|将|拟|可/.test(rest) && coming.test(rest) && !/已|了(?=[,。;])/.test(text)) return { from: /力争|争取|确保|预计|计划|将|拟/.test(text) || clause.to - due.to <= 1 ? clause.from : clause.from, to: text.match(coming) !== null ? clause.to : to }
  }
  return undefined
}

const begins = /^(?:全面|正式|可)?(?:开工|动工|竣工|完工|投产|建成|交付|启动|通车)/
const coming = /完工|竣工|开工|动工|投产|投用|建成|交付|通车|用上|启动|开业|运营|投入使用|实施|建设完成|全部完成|完成建设|完成[^,。]{0,8}(?:验收|工程|施工|改造|任务)/

/** Where a clause begins that stands behind its subject and a colon (农民人均纯收入:年均增长14%以上). */
const headOf = (plain: string, from: number, start: number): number => {
  if (plain[start - 1] !== ':') return start
  const head = /(?:^|[,;。:!?、-])([^,;。:!?、-]{2,24}(?:率|比重|收入|值|水平|面积|产量|占比|指数|额))$/.exec(plain.slice(from, start - 1))
  return head === null ? start : start - 1 - (head[1] ?? '').length
}

const stage =
  /^(?:并|且|也|要|,)?(?:力争|确保|争取|计划|预计)?(?:在|于|到)?(?:20[\dxX*]{2}年)?(?:[一二三四五六七八九十\d]{1,2}月(?:底|末|份|初|[上中下]旬|\d{1,2}日)?|年底|年内|年末|上半年|下半年|今年)?(?:之?前|内)?(?:全面|全部|基本|尽快|早日|如期|按期|实现|正式)*(?:开工|动工|完工|竣工|建成|投用|投入使用|投入运营|完成|新建完毕|整改完毕|整改到位|施工完毕|实施|交付|通车|开园|开业|运营|投产|启动|验收)(?:建设|使用|运营|验收|投产|施工|投用|交付)*$/

const verbFirst = new RegExp(`^(?:${verbs})`)
const verbIn = new RegExp(`(?:${verbs}|开工|竣工|投产|验收|通过|达到|封顶|分配|到位)`)
