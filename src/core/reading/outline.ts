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

/** The paragraphs of a plain text, each with the part it belongs to: as its headings say, else as its words lean, else as the paragraph before. */
export const paragraphsOf = (plain: string): readonly Paragraph[] => {
  const found: Paragraph[] = []
  const heads: { level: number; text: string; part: Part | undefined }[] = []
  const leaning = leanOf(plain)
  let titled: Part | undefined
  let last: Part | undefined
  for (let from = 0; from < plain.length; ) {
    const end = plain.indexOf('\n', from)
    const to = end === -1 ? plain.length : end
    if (to > from) {
      const text = plain.slice(from, to)
      const level = headingLevel(text, found.length)
      if (level !== undefined) {
        while ((heads.at(-1)?.level ?? -1) >= level) heads.pop()
        const told = heads.some((head) => head.part !== undefined)
        heads.push({ level, text, part: partOfHeading(text, told) })
        if (level === 0) titled = heads.at(-1)?.part ?? titled
        last = undefined
      }
      const told = partOfRunIn(text) ?? heads.findLast((head) => head.part !== undefined)?.part
      const lean = leanOf(text)
      const part = told ?? turnIn(text) ?? (lean !== 0 ? partOf(lean) : undefined) ?? last ?? titled ?? partOf(leaning) ?? 'review'
      if (level === undefined) last = part
      found.push({ from, to, level, part, under: heads.map((head) => head.text) })
    }
    from = to + 1
  }
  return found
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
      const lean = leanOf(text)
      found.push({ from, to, part: part === 'plan' && lean <= -1 && done.test(text) ? 'review' : part === 'review' && lean >= 2 ? 'plan' : part, paragraph })
      from = to
    }
    return found
  })

const ends = /[。!?;]/g

const sentenceEnd = (plain: string, from: number, limit: number): number => {
  ends.lastIndex = from
  const match = ends.exec(plain)
  if (match === null || match.index >= limit) return limit
  let at = match.index + 1
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

/** A heading is a marked line that is no sentence, or a short line without an end near the top. */
const headingLevel = (text: string, index: number): number | undefined => {
  const marked = marks.find(([mark]) => mark.test(text))
  if (marked !== undefined) return text.length <= 60 && !/[。;!?]./.test(text) && (text.length <= 16 || !/[。;]$/.test(text)) && (text.match(/,/g)?.length ?? 0) <= 3 ? marked[1] : undefined
  if (text.length <= 40 && (!/[。;!?:,]$/.test(text) || (index < 3 && text.length <= 30 && /。$/.test(text) && perhapsPlan.test(text))) && !/\d(?:[%万亿元家个人]|\.\d)/.test(text)) return partOfHeading(text, false) !== undefined || index < 3 ? 0 : undefined
  return undefined
}

const reviewWords = /回顾|总结|完成情况|开展情况|工作情况|执行情况|进展情况|主要成效|工作成效|主要做法|取得的成绩|成效(?:显著|明显|突出|凸显)|新成效|新突破|新进展|新成绩|存在(?:的)?(?:主要)?(?:问题|困难|不足)|基本情况|工作汇报|落实情况|现状|运行情况|情况汇报/
const planWords = /下一步|下半年|下阶段|下步|明年|今后|打算|工作计划|工作安排|计划安排|思路|努力方向|工作建议|工作部署|工作要点|实施方案|行动方案|工作方案|重点抓好|振兴计划|行动计划|实施计划/
/** Words that make a heading a plan's where none above it says otherwise. */
const perhapsPlan = /计划|目标|任务|安排|建议|展望|部署|要点|主要工作|重点工作|民生实事|实事|方案|举措/

const partOfHeading = (text: string, told: boolean): Part | undefined => {
  const review = reviewWords.test(text)
  const plan = planWords.test(text) || (!told && perhapsPlan.test(text))
  if (review && plan) return /(?:计划|任务|目标)[^及和与暨]{0,6}(?:执行|完成|落实)情况/.test(text) && !/及|和|与|暨/.test(text) ? 'review' : undefined
  return review ? 'review' : plan ? 'plan' : undefined
}

/** What was plainly done already, whatever stands around it. */
const done = /^[^,。;]{0,14}(?:今年以来|截[至止]|目前|上半年(?!.*力争)|去年|一年来)|已(?:经)?(?:完成|实现|达到?|开工|建成|启动|全面完成)|据(?:最新|初步)?(?:统计|调查|测算|核算)|召开/

/** The part a marked run-in head names: (一)目标任务。 */
const partOfRunIn = (text: string): Part | undefined => {
  const head = marks.some(([mark]) => mark.test(text)) ? /^[^。:,;]{2,16}[。:]/.exec(text)?.[0] : undefined
  return head === undefined ? undefined : partOfHeading(head, false)
}

/** Words at the beginning that open a plan or a review. */
const turnIn = (text: string): Part | undefined => (toPlan.test(text) ? 'plan' : toReview.test(text) ? 'review' : undefined)

const toPlan = /^(?:\(?[一二三四五六七八九十\d]{0,2}[)、.]?)?(?:20[\dx*]{2}年,?)?(?:下一步|下一阶段|下阶段|下步|明年|来年|今后(?:一个时期|五年|一段时期)?|接下来|新的一年|为实现上述目标|目标[:是为]|[^,。;]{0,16}(?:预期|奋斗|主要|总体|工作|发展)(?:发展)?目标(?:任务)?(?:是|为|有|:)|[^。;]{0,20}办(?:好|理|成)?(?:以下)?[\d一二三四五六七八九十]+件?(?:民生)?实事)/
const toReview = /^(?:\(?[一二三四五六七八九十\d]{0,2}[)、.]?)?(?:今年以来|一年来|半年来|五年来|过去(?:的)?(?:一年|五年)|[^,。;]{0,6}上半年|截至|截止|据(?:最新|初步)?(?:统计|调查|测算|核算))/

/** How far the words of a text lean: above zero to what is to be done, below to what was done. */
const leanOf = (text: string): number => {
  const lean = count(text, intends) - count(text, happened)
  if (lean !== 0 || text.length < 60) return lean
  const clauses = count(text, stops) + 1
  return count(text, bidden) - 4 * count(text, counted) >= clauses * 0.45 ? 1 : 0
}

const stops = /[,。;:\n]/g
const count = (text: string, words: RegExp): number => {
  words.lastIndex = 0
  let found = 0
  while (found < 200 && words.exec(text) !== null) found += 1
  return found
}

const intends =
  /力争|争取(?![到了])|争创|确保(?!了)|预期目标|目标任务是|年底前|月底前|月底以前|月前|年内|(?:我们|全[镇乡县市区]|[镇乡县市区处会])将|将(?:于|在|继续|进一步|加快|按照|重点|全力|以|要|着力|围绕)|计划(?=[新建投实完引开启])|(?<![重主需只简纪必])要(?=[加进坚着抓做全大积认继切深强以把按扎牢努充持])|下半年(?!以来)|今后|明年|努力(?=实现|打造|做到|使|把|形成|推|完成)|必须|预期|不少于|民生实事(?!.{0,10}完成)/g
/** Bidden: clauses that begin with a bare verb. */
const bidden = new RegExp(`(?<=^|[,。;:\\n)]|是)(?:${verbs})`, 'g')
/** Counted: what only a review knows. */
const counted = /\d(?:余|多)|\d[万千百]?(?:余|多)|同比|余(?=[万个家人户件次场亩])/g
const happened =
  /已(?:经|[一-鿿])|(?<![为除])了(?!解)|累计(?!新增)|以来|截[至止]|目前|去年(?!同期)|(?:比|较)上年|荣获|获得|获评|被评|顺利通过|成功(?=创|举|引|签|申|入|获|承)|一年来|半年来|五年来|位居|名列|列全[省市县区]|得到(?=有效|明显|进一步|全面|显著|较)|明显(?=改|提|增|好)|显著(?=改|提|增)|取得(?:了|明显|显著|较大|较好|积极|阶段性|丰硕)/g
