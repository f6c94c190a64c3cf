import { leanOf } from './lean.ts'
import { verbs } from './verb.ts'

/**
 * How a report is built: paragraphs, headings at four levels, and which part of it a paragraph belongs to. A *review* states facts, a *plan*
 * makes promises; what stands before the first heading, and a list of problems, is read as a review.
 */
export type Part = 'review' | 'plan'

export type Paragraph = {
  readonly from: number
  readonly to: number
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 for a title; undefined for running text. */
  readonly level: number | undefined
  readonly part: Part
  /** Text of the headings above, nearest last. */
  readonly under: readonly string[]
}

export type Sentence = {
  readonly from: number
  /** Behind the closing mark. */
  readonly to: number
  readonly part: Part
  readonly paragraph: Paragraph
}

/**
 * The paragraphs of a plain text, each with the part it belongs to: as its headings say; where they say nothing, what stands before the first
 * heading of a plan is a review, and the rest is as its words lean, the paragraph before it carrying over.
 */
export const paragraphsOf = (plain: string): readonly Paragraph[] => {
  const blocks = blocksOf(plain)
  const firstPlan = blocks.findIndex((block) => block.level !== undefined && block.level <= 1 && block.told === 'plan')
  let overall: number | undefined
  const whole = (): Part | undefined => partOf((overall ??= leanOf(plain.slice(0, 20_000))))
  const heads: Block[] = []
  const found: Paragraph[] = []
  let titled: Part | undefined
  let momentum = 0
  blocks.forEach((block, index) => {
    const { from, to, level } = block
    const text = plain.slice(from, to)
    if (level !== undefined) {
      while ((heads.at(-1)?.level ?? -1) >= level) heads.pop()
      heads.push(block)
      if (level === 0) titled = block.told ?? titled
      if (level <= 1) momentum = 0
    }
    const told = partOfRunIn(text) ?? heads.findLast((head) => head.told !== undefined)?.told ?? turnIn(text)
    const lean = told === undefined ? leanOf(text) + momentum : 0
    if (level === undefined) momentum = Math.max(-2, Math.min(2, lean * 0.5))
    const before = firstPlan > index && lean < 4 ? 'review' : undefined
    const part = told ?? before ?? (Math.abs(lean) >= 1.2 ? partOf(lean) : undefined) ?? titled ?? whole() ?? 'review'
    found.push({ from, to, level, part, under: heads.map((head) => plain.slice(head.from, head.to)) })
  })
  return found
}

type Block = { readonly from: number; readonly to: number; readonly level: number | undefined; readonly told: Part | undefined }

/** The lines of the text, the headings among them with the part they name; of headings that differ in their year the later is the plan's. */
const blocksOf = (plain: string): readonly Block[] => {
  const blocks: Block[] = []
  const heads: Block[] = []
  for (let from = 0; from < plain.length; ) {
    const end = plain.indexOf('\n', from)
    const to = end === -1 ? plain.length : end
    if (to > from) {
      const text = plain.slice(from, to)
      const level = headingLevel(text, blocks.length)
      while (level !== undefined && (heads.at(-1)?.level ?? -1) >= level) heads.pop()
      const block = { from, to, level, told: level === undefined ? undefined : partOfHeading(text, heads.some((head) => head.told !== undefined)) }
      if (level !== undefined) heads.push(block)
      blocks.push(block)
    }
    from = to + 1
  }
  return byYear(plain, blocks)
}

const byYear = (plain: string, blocks: readonly Block[]): readonly Block[] => {
  const yearOf = (block: Block): number | undefined => {
    const match = block.level !== undefined && block.level >= 1 && block.level <= 2 ? /(20\d\d)年/.exec(plain.slice(block.from, block.to)) : null
    return match === null ? undefined : Number(match[1])
  }
  const years = [...new Set(blocks.flatMap((block) => yearOf(block) ?? []))].sort((a, b) => a - b)
  if (years.length !== 2) return blocks
  return blocks.map((block) => (block.told !== undefined || yearOf(block) === undefined ? block : { ...block, told: yearOf(block) === years[0] ? 'review' : 'plan' }))
}

const partOf = (lean: number): Part | undefined => (lean > 0 ? 'plan' : lean < 0 ? 'review' : undefined)

/** The sentences of running text. Words that turn (下一步, 下半年) hold to the end of their paragraph; a plain statement of what was done is a review anywhere. */
export const sentencesOf = (plain: string, paragraphs: readonly Paragraph[]): readonly Sentence[] =>
  paragraphs.flatMap((paragraph) => {
    const found: Sentence[] = []
    let part = paragraph.part
    for (let from = paragraph.from; from < paragraph.to; ) {
      const to = sentenceEnd(plain, from, paragraph.to)
      const text = plain.slice(from, to)
      part = turnIn(text) ?? part
      const turned = part === 'plan' ? done.test(text) && leanOf(text) < 0 : vows.test(text) && leanOf(text) >= 5
      found.push({ from, to, part: turned ? (part === 'plan' ? 'review' : 'plan') : part, paragraph })
      from = to
    }
    return found
  })

/** A sentence this long is none; it is cut, so that no work within a sentence grows beyond it. */
const longest = 1500

const sentenceEnd = (plain: string, from: number, paragraphEnd: number): number => {
  const limit = Math.min(paragraphEnd, from + longest)
  const end = plain.slice(from, limit).search(/[。!?;]/)
  if (end === -1) return limit
  let at = from + end + 1
  while (at < limit && '”’)】。'.includes(plain[at] ?? '#')) at += 1
  return at
}

const marks: readonly (readonly [mark: RegExp, level: number])[] = [
  [/^第[一二三四五六七八九十]{1,3}(?:部分|章|篇|节)/, 1],
  [/^[一二三四五六七八九十]{1,3}、/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/, 2],
  [/^\d{1,2}[.、](?!\d)/, 3],
  [/^\(\d{1,2}\)/, 4],
]

const startsWithVerb = new RegExp(`^(?:${verbs})`)

/** A heading is a marked line that is no sentence, or a short line without an end near the top. */
const headingLevel = (text: string, index: number): number | undefined => {
  const marked = marks.find(([mark]) => mark.test(text))
  if (marked !== undefined) return text.length <= 60 && !/[。;!?]./.test(text) && (text.length <= 16 || !/[。;]$/.test(text)) && (text.match(/,/g)?.length ?? 0) <= 3 ? marked[1] : undefined
  if (text.length <= 40 && (!/[。;!?:,]$/.test(text) || (index < 3 && text.length <= 30 && /^[^,]+。$/.test(text) && perhapsPlan.test(text) && !startsWithVerb.test(text))) && !/\d(?:[%万亿元家个人]|\.\d)/.test(text)) return partOfHeading(text, false) !== undefined || index < 3 ? 0 : undefined
  return undefined
}

const reviewWords = /过去(?:的)?(?:一年|[一二三四五]年)|[一五]年来|回顾|总结|完成情况|开展情况|工作情况|执行情况|进展情况|主要成效|工作成效|主要做法|取得的成绩|成效(?:显著|明显|突出|凸显)|新成效|新突破|新进展|新成绩|存在(?:的)?(?:主要)?(?:问题|困难|不足)|基本情况|工作汇报|落实情况|现状|运行情况|情况汇报/
const planWords = /下一步|下半年|下阶段|下步|明年|今后|打算|工作计划|工作安排|计划安排|思路|努力方向|工作建议|工作部署|工作要点|实施方案|行动方案|工作方案|重点抓好|振兴计划|行动计划|实施计划/
/** Words that make a heading a plan's where none above it says otherwise. */
const perhapsPlan = /计划|目标|任务|安排|建议|展望|部署|要点|主要工作|重点工作|民生实事|实事|方案|举措/

const partOfHeading = (text: string, told: boolean): Part | undefined => {
  const review = reviewWords.test(text)
  const plan = planWords.test(text) || (!told && !review && perhapsPlan.test(text))
  if (review && plan) return /(?:计划|任务|目标)[^及和与暨]{0,6}(?:执行|完成|落实)情况/.test(text) && !/及|和|与|暨/.test(text) ? 'review' : undefined
  return review ? 'review' : plan ? 'plan' : undefined
}

const vows = /力争|确保|争取|争创|将/

/** What was plainly done already, whatever stands around it. */
const done = /^[^,。;]{0,14}(?:今年以来|截[至止]|(?<!项)目前|上半年(?!.*力争)|去年|一年来)|已(?:经)?(?:完成|实现|达到?|开工|建成|启动|全面完成)|据(?:最新|初步)?(?:统计|调查|测算|核算)|召开/

/** The part a marked run-in head names: (一)目标任务。 */
const partOfRunIn = (text: string): Part | undefined => {
  const head = marks.some(([mark]) => mark.test(text)) ? /^[^。:,;]{2,16}[。:]/.exec(text)?.[0] : undefined
  return head === undefined ? undefined : partOfHeading(head, false)
}

/** Words at the beginning that open a plan or a review. */
const turnIn = (text: string): Part | undefined => (toPlan.test(text) ? 'plan' : toReview.test(text) ? 'review' : undefined)

const toPlan = /^(?:\(?[一二三四五六七八九十\d]{0,2}[)、.]?)?(?:20[\dx*]{2}年,?)?(?:下一步|下一阶段|下阶段|下步|明年|来年|今后(?:一个时期|五年|一段时期)?|接下来|新的一年|为实现上述目标|目标[:是为]|[^,。;]{0,16}(?:预期|奋斗|主要|总体|工作|发展)(?:发展)?目标(?:任务)?(?:是|为|有|:)|[^。;]{0,20}办(?:好|理|成)?(?:以下)?[\d一二三四五六七八九十]+件?(?:民生)?实事)/
const toReview = /^(?:\(?[一二三四五六七八九十\d]{0,2}[)、.]?)?(?:今年以来|一年来|半年来|五年来|过去(?:的)?(?:一年|五年)|[^,。;]{0,6}上半年|截至|截止|据(?:最新|初步)?(?:统计|调查|测算|核算))/
