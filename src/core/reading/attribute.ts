import type { Quantity } from './quantity.ts'

/**
 * What a percentage, a number of points or a multiple says, by the words that lead to it: a change on an earlier time, a share of a whole, the
 * completion of a target, a gap to another place, or a level of its own (参保率98%).
 */
export type Role =
  | { readonly kind: 'change'; readonly direction: 'up' | 'down'; readonly basis: string | null; readonly owner: string; readonly rule: string }
  | { readonly kind: 'share' | 'completion'; readonly owner: string; readonly rule: string }
  | { readonly kind: 'gap'; readonly owner: string; readonly rule: string }
  | { readonly kind: 'level'; readonly owner: string; readonly rule: string }

/** The role of an attribute by its lead: the words between the number before it, or the beginning of its clause, and itself. */
export const roleOf = (lead: string, it: Quantity): Role => {
  if (it.rule === 'doubling') return { kind: 'change', direction: 'up', basis: basisOf(lead), owner: ownerOf(lead), rule: 'doubling' }
  const completion = completionOwner(lead)
  if (it.kind === 'times') return multiple(lead, completion)
  if (completion !== undefined) return { kind: 'completion', owner: completion, rule: 'completion' }
  const bare = lead.replace(/(?<=增速|增幅|增长)(?:完成|实现)$/, '').replace(fillers, '')
  const gap = gapIn(bare, it)
  if (gap !== undefined) return gap
  const up = rising.exec(bare)
  const down = falling.exec(bare)
  const signed = it.sign !== null && /(?:同比|环比|增速|增幅|增长率?|下降|比上年|较上年|比去年|较去年|[率量额值数收资入产费]|^)[:(]?$/.test(bare)
  if (up !== null || down !== null || signed) {
    const word = up ?? down
    const negative = (down !== null && !/负/.test(down[0])) !== (it.sign === '-') || /负增长$/.test(bare)
    return { kind: 'change', direction: negative ? 'down' : 'up', basis: basisOf(bare), owner: ownerOf(word === null ? bare : bare.slice(0, word.index)), rule: word === null ? 'signed-change' : 'change-word' }
  }
  const share = /(?:^|[^抢侵强])占(?!地|道|用|有率|领|据)([^,。;占]*)$/.exec(bare)
  if (share !== null) return { kind: 'share', rule: /比重|比例|占比/.test(bare) ? 'share-ratio' : 'share', owner: ownerOf(bare.slice(0, share.index + (share[0].startsWith('占') ? 0 : 1))) }
  if (/^(?:所)?占?(?:比重?|比例)$/.test(bare.replace(/^(?:其|且|并)/, ''))) return { kind: 'share', owner: '', rule: 'share-word' }
  if (it.kind === 'points') return { kind: 'change', direction: 'up', basis: basisOf(bare), owner: ownerOf(bare), rule: 'points' }
  if (it.kind === 'percent' && /(?:增加值|总产值|产值|投资|零售总?额|收入|销售额|出口额|生产总值|GDP)$/.test(bare)) return { kind: 'change', direction: it.sign === '-' ? 'down' : 'up', basis: null, owner: ownerOf(bare), rule: 'bare-growth' }
  return { kind: 'level', owner: ownerOf(bare), rule: 'ratio' }
}

/** Words between a verb and its number that carry nothing. */
const fillers = /(?:了|约|近|超过?|突破|高达|达到?|分别达?到?为?|各|均|都|为|至少|的?幅度[为达]?到?|再|大约|将近|接近|首次|已|一举|也|在|多|逾|共|计|又|仅)+$/

const rising = /(?:负?增长(?:率|速度|幅度)?|增速|增幅|涨幅|升幅|增加|提高|提升|上升|上涨|上浮|攀升|递增|扩大|加快|增[产收值]|净增|增|涨|升|提速|放大|跃升|回升|反弹|拉高|延长)$/
const falling = /(?:减产|减收|下降(?:率|幅度)?|降幅|跌幅|减幅|降低|减少|下滑|下跌|回落|压减|压缩|缩减|缩短|减轻|削减|精简|收窄|消减|少|降|减|跌|节约|节省|节能)$/

/** The words of comparison at the end of a lead; what stands before them is whose change it is. */
const comparison =
  /(?:同比|环比|同期|同口径|可比口径|可比|按可比价格?(?:计算)?|按不变价格?(?:计算)?|可比价|现价|名义|实际|年均|年平均|平均每?年?|每年|累计|分别|均|同步|各|再|又|也|则|都|仅|预计|预期|首次|继续|保持|实现|呈现?|完成|净|比重|(?:[比较与同和](?:上|去|前|同|20\d\d|\d{4}|“?十[一二三四五]|年初|期初|“?五|当|往|疫|建|改|整|[一二三四五六七八九十]{2})[^,。;]{0,10}?(?:年|期|末|初|月|底|前|度|相比|时)?(?:同期|相比|末|初|底)?)|(?:[上去前]年(?:同期)?)|有所|大幅|稳步|小幅|净|约|近|(?:增速|增幅)(?:为|达)?|[,(:、]|及|并|且|而|但|其中|分别|同时|连续[一二三四五六七八九十\d]+年)$/

/** Whose attribute it is, as far as its own clause says; '' when it says nothing. */
const ownerOf = (before: string): string => {
  let rest = before
  for (let turn = 0; turn < 12; turn += 1) {
    const next = rest.replace(comparison, '')
    if (next === rest) break
    rest = next
  }
  rest = rest.replace(/^(?:[,(:、)]|且|并|但|而|其中|其|同时|也|均|分别)+/, '')
  return /^[一-鿿]$/.test(rest) || /^(?:总量|总额|总数|数量|规模|面积|增速|增幅|速度|整体|总体|全年|上半年|当年|本月|\d{1,2}月|占|从|由|是|为|较|与|将)$/.test(rest) ? '' : rest
}

const basisOf = (lead: string): string | null => /年均|同比|环比/.exec(lead)?.[0] ?? /[比较与同和]([^,。;比较]{2,10}?(?:年|期|末|初|月|底|前)(?:同期|末|初|底)?)/.exec(lead)?.[0].replace(/^[与同和]/, '比') ?? null

const aim = '(?:目标|任务|计划|预算(?!支出|收入|总|外)|指标|年度|全年|年初|进度|序时|考核|预期)'
const completions: readonly RegExp[] = [
  new RegExp(`(?:^|[^未])((?:超额)?(?:完成|实现|达到?了?|为|是|占)(?:了)?[^,。;占完]{0,14}?${aim}[^,。;]{0,8}?(?:的|比例|进度|比重|数|值|总?量)?)$`),
  new RegExp(`((?:${aim}|工作)(?:完成率|完成比例|执行率)(?:达到?|为)?)$`),
  /((?:(?:占|完成)(?:[^,。;]{0,10}))(?:目标|任务|计划|预算(?!支出|收入|总|外))[^,。;]{0,6})$/,
]

/** The owner before words of completion (完成全年目标的, 占年计划的); undefined where there are none. */
const completionOwner = (lead: string): string | undefined => {
  const bare = lead.replace(/(?:约|近|超过?|突破|达到?|为|的|了|已|总?数的|近)+$/, (found) => (found.includes('的') ? '的' : ''))
  if (/(?:由|从)[^,]*$/.test(bare)) return undefined
  if (/^[^,]{0,7}(?:完成率|完成任务率|完成比例|完成进度)$/.test(bare)) return ''
  for (const pattern of completions) {
    const match = pattern.exec(bare)
    if (match === null) continue
    if (/(?:增长|增幅|增速|提高|下降|率|比重)$/.test(bare) && !/完成率$/.test(bare)) continue
    const head = bare.slice(0, match.index + match[0].length - (match[1] ?? '').length)
    return ownerOf(head)
  }
  return undefined
}

/** 增长4倍 is up 400 %, 是上年的2.4倍 is up 140 %, 目标的1.8倍 is 180 % done. */
const multiple = (lead: string, completion: string | undefined): Role => {
  const bare = lead.replace(fillers, '')
  if (completion !== undefined && /目标|任务|计划|预算|指标/.test(lead)) return { kind: 'completion', owner: completion, rule: 'completion' }
  const word = rising.exec(bare)
  if (word !== null) return { kind: 'change', direction: 'up', basis: basisOf(bare), owner: ownerOf(bare.slice(0, word.index)), rule: 'times-more' }
  const of = /(?:^|[^,。;])?((?:是|为|达到?|相当于|约为)?(?:[上去前]年|常年|20\d\d年|\d{4}年|同期|[^,。;是为]{0,8}年|十?[一二三四五]五|五年前|期初|年初)[^,。;]{0,6}的?)$/.exec(bare)
  if (of !== null) return { kind: 'change', direction: 'up', basis: basisOf(bare) ?? (of[1] ?? '').replace(/^(?:是|为|达到?|相当于|约为)/, '').replace(/的$/, ''), owner: ownerOf(bare.slice(0, bare.length - (of[1] ?? '').length)), rule: 'times-of' }
  return { kind: 'level', owner: ownerOf(bare), rule: 'multiple' }
}

/** 高于全市平均2个百分点, 比全省快0.5个百分点: how far from another place, a figure of its own. */
const gapIn = (bare: string, it: Quantity): Role | undefined => {
  if (it.kind !== 'points') return undefined
  const gap = /((?:高于|低于|快于|慢于|高出|低出|好于|优于|高过|领先|落后)(?:于)?[^,。;]*|[塌差欠超](?:全年|年度|年初)?(?:目标|任务|计划)|[比较](?!上年|去年|年初|同期|前|20\d\d)[^,。;]{1,14}(?:高|低|快|慢|多|少|好)出?)$/.exec(bare)
  return gap === null ? undefined : { kind: 'gap', owner: ownerOf(bare.slice(0, gap.index)), rule: 'gap-to-a-place' }
}
