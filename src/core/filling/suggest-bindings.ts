import type { OrgTree } from '../access/org-tree.ts'
import { unitNamed } from '../importing/unit-named.ts'
import type { Measure } from '../measure/measure.ts'
import { convert } from '../quantity/unit.ts'
import { ONE } from '../quantity/decimal.ts'
import type { MeasureWords } from '../reading/suggest-measure.ts'
import { measuresLike, sureOf } from '../reading/suggest-measure.ts'
import type { Binding, BoundCell, Fact, Show, Span } from './binding.ts'
import { headsText } from './binding.ts'
import type { Blank } from './find-blanks.ts'

/** What a blank may be filled with: what its words leave little doubt of, or nothing, and the measures that come near. */
export type SuggestedCell = BoundCell & { readonly sure: boolean; readonly near: readonly string[]; /** Null where the heads ask for words: 备注. */ readonly reading: Reading | null }

/** What is known of the town for taking words for it. */
export type Known = { readonly measures: MeasureWords; readonly tree: OrgTree; /** The words of the form above its tables, for what they say of all of it. */ readonly title: string }

/** Takes every blank for what its words say. What cannot be told has no source until a person gives it one. */
export const suggestBindings = (blanks: readonly Blank[], town: Known): readonly SuggestedCell[] => {
  const orgs = new Map([...town.tree.orgs.values()].filter((org) => org.to === null).flatMap((org) => [org.zh, org.zh.replace(/(村|社区|办公室)$/, '')].filter((name) => name.length > 1).map((name) => [name, org.code] as const)))
  const latest = blanks.reduce((most, blank) => Math.max(most, ...blank.columnHeads.flatMap(yearsIn)), 0)
  const looked = new Map<string, ReturnType<typeof measuresLike>>()
  const like = ({ subject, around, show }: Told, unit: string | null): ReturnType<typeof measuresLike> => {
    const key = `${around}|${unit ?? ''}|${show}`
    const known = looked.get(key) ?? (subject === '' || looked.size >= mostLooked ? [] : measuresLike(subject, `${town.title}，${around}`, town.measures, (measure) => fits(measure, unit, show)))
    looked.set(key, known)
    return known
  }
  return blanks.map((blank) => {
    const own = { sheet: blank.sheet, cell: blank.cell, heads: headsText(blank), unit: blank.unit }
    const fact = blank.kind === 'table' ? undefined : factOf(blank.rowHeads[0] ?? '')
    const { org, span, yearsBack, show, ...told } = takeApart(blank, orgs, latest)
    const reading: Reading = { org, span, yearsBack, show }
    if (fact !== undefined) return { ...own, binding: { kind: 'fact', fact }, sure: true, near: [], reading }
    if (asksForWords(blank)) return { ...own, binding: { kind: 'none' }, sure: false, near: [], reading: null }
    const likely = like({ ...told, ...reading }, blank.unit)
    const sure = sureOf(likely)
    const binding: Binding = sure === undefined ? { kind: 'none' } : { kind: 'figure', measure: sure.measure.key, ...reading }
    return { ...own, binding, sure: sure !== undefined, near: likely.map(({ measure }) => measure.key), reading }
  })
}

const asksForWords = ({ columnHeads, rowHeads }: Blank): boolean => /^(备注|说明|填报说明|备考)$/.test(columnHeads.at(-1) ?? rowHeads.at(-1) ?? '')

/** So many different things are looked up for one form; what comes after is left to a person. */
const mostLooked = 1_500

/** Of which org and period and what of a figure the heads of a blank ask, whichever figure it is. */
export type Reading = { readonly org: string | null; readonly span: Span; readonly yearsBack: number; readonly show: Show }

/** What the heads of a blank say, one word after another. */
export type Told = { readonly subject: string; /** All that is left of the heads, the outermost first. */ readonly around: string } & Reading

/** Takes the words of a blank apart: which org, which period, what of it, and what is left is what is counted. */
export const takeApart = (blank: Pick<Blank, 'sheet' | 'rowHeads' | 'columnHeads'>, orgs: ReadonlyMap<string, string>, latest: number): Told => {
  const told: { subject: string[]; org: string | null; span: Span; yearsBack: number; show: Show } = { subject: [], org: orgs.get(blank.sheet) ?? null, span: 'same', yearsBack: 0, show: 'value' }
  for (const head of [...blank.rowHeads, ...blank.columnHeads]) {
    const text = head.replace(/[(（[【][^)）\]】]*[)）\]】]/g, '')
    const org = orgs.get(text)
    if (org !== undefined) {
      told.org = org
      continue
    }
    if (unitNamed(text) !== undefined || /^(合计|总计|小计|全镇|全镇合计|序号|项目|指标|指标名称|内容|数值|数量|计量单位|单位|完成数|完成值|完成情况|实际完成|实际数|实绩)$/.test(text)) continue
    const time = periodWords.find(({ words }) => words.test(text))
    const what = showWords.find(({ words }) => words.test(text))
    const year = yearsIn(text)[0]
    if (time !== undefined) told.span = time.span
    if (lastYear.test(text)) told.yearsBack = 1
    else if (year !== undefined && latest > 0) told.yearsBack = Math.max(0, latest - year)
    if (what !== undefined) told.show = what.show
    const rest = [time?.words, what?.words, lastYear, /(?:19|20)\d{2}年?|\d{1,2}[-—至~]\d{1,2}月|\d{1,2}月份?/g].reduce((left: string, words) => (words === undefined ? left : left.replace(words, '')), text).replace(/^[一二三四五六七八九十\d]+[、.．)]|^其中[:：]?|[，,、：:\-—]+$/g, '')
    if (rest.length > 1) told.subject.push(rest)
  }
  if (told.span === 'year' && told.show !== 'value') told.span = told.show === 'change' ? 'year' : 'to-date'
  return { ...told, subject: told.subject.slice(-2).join(''), around: told.subject.join('，') }
}

const periodWords: readonly { readonly words: RegExp; readonly span: Span }[] = [
  { words: /(本年|年初|今年|全年)?(至今|累计)(数|值|完成|实绩)?|\d{1,2}[-—至~]\d{1,2}月累计/, span: 'to-date' },
  { words: /全年(数|实绩|完成)?/, span: 'year' },
  { words: /上(期|月|季度?)(数|值)?/, span: 'previous' },
  { words: /(本|当)(期|月|季度?|年)(数|值|完成|实绩|发生)?|上半年|下半年/, span: 'same' },
]

const showWords: readonly { readonly words: RegExp; readonly show: Show }[] = [
  { words: /(全年|年度|年)?(目标|计划|任务)(任务)?(完成率|进度|完成比例)|完成率|完成进度|完成比例/, show: 'completion' },
  { words: /(同比)?(增减|增长|增幅|增速|变动|升降)(率|幅度?)?|同比/, show: 'change' },
  { words: /(全年|年度)?(目标|计划|任务)(数|值|任务)?$/, show: 'target' },
]

const lastYear = /(上年|去年)(同期|同月|同季)?(数|值)?/

const yearsIn = (text: string): readonly number[] => [...text.matchAll(/(?:19|20)\d{2}(?=年|$)/g)].map(([year]) => Number(year))

/** A rate of change is told in percent whatever it is of; anything else must be told in a unit the measure has. */
const fits = (measure: Measure, unit: string | null, show: Show): boolean => {
  if (show === 'change') return measure.change !== 'none'
  if (show === 'completion' || unit === null) return true
  const named = unitNamed(unit)
  return named === undefined || named.key === undefined || convert(ONE, measure.display.unit, named.key) !== undefined
}

const facts: readonly (readonly [words: RegExp, fact: Fact])[] = [
  [/^(填报|报送|上报|编报|汇总)?(单位|乡镇|镇街|乡镇街道)(名称|（盖章）|（公章）)?$/, 'town'],
  [/^(填报|填表|责任|报送)?(科室|部门)$/, 'office'],
  [/^(填表|填报|制表|经办|报送|编制|联系)人(员)?(签字|姓名)?$/, 'person'],
  [/^(填表|填报|报送|报出|制表|上报)?(日期|时间)$/, 'day'],
  [/^(报告期|所属期|统计期|报表期|期间|月份|季度|统计时间)(别)?$/, 'period'],
  [/^年(份|度)$/, 'year'],
]

const factOf = (label: string): Fact | undefined => facts.find(([words]) => words.test(label.replace(/[(（][^)）]*[)）]/g, '')))?.[1]
