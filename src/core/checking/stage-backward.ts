import { verbs } from '../reading/verb.ts'
import { words } from '../words.ts'
import { fails, type Outcome, type Span } from './outcome.ts'
import type { Page } from './page.ts'
import { isProper } from './proper-name.ts'
import { stageReached, stageToCome, stageWords, type Stage } from './stage.ts'

/** A named project that the review says is further along than the plan has it: 有序推进 in the one, 启动 in the other. */
export const stageBackward = (page: Page): readonly Outcome[] => {
  const [reached, planned] = [mentionsIn(page, 'review', stageReached), mentionsIn(page, 'plan', stageToCome)]
  const byStretch = new Map<string, Mention[]>()
  for (const mention of planned) {
    for (const three of threesOf(mention.name)) {
      const shelf = byStretch.get(three)
      if (shelf === undefined) byStretch.set(three, [mention])
      else if (shelf.length < 20) shelf.push(mention)
    }
  }
  const found = new Map<Mention, { readonly review: Mention; readonly size: number }>()
  for (const review of reached) {
    let best: { readonly plan: Mention; readonly size: number } | undefined
    for (const plan of new Set(threesOf(review.name).flatMap((three) => byStretch.get(three) ?? []))) {
      const size = sameProject(review, plan)
      if (size > (best?.size ?? 0)) best = { plan, size }
    }
    if (best === undefined || !goesBack(review.stage, best.plan.stage)) continue
    const known = found.get(best.plan)
    if (known === undefined || known.review.stage.rank < review.stage.rank) found.set(best.plan, { review, size: best.size })
  }
  return [...found].map(([plan, { review }]) =>
    fails('stage-backward', 'warning', plan, words(`“${plan.name}”回顾中已“${reachedWord(review.stage)}”，计划中仍为“${plan.stage.word}”。`, `“${plan.name}” is further along in the review (${reachedWord(review.stage)}) than in the plan (${plan.stage.word}).`), `${reachedWord(review.stage)} → ${plan.stage.word}`),
  )
}

type Mention = Span & { readonly name: string; readonly section: string; readonly phase: string; readonly stage: Stage }

const reachedWord = ({ rank, word, done }: Stage): string => (rank <= 1 && done ? `完成${word}` : word)

const goesBack = (review: Stage, plan: Stage): boolean => plan.rank < review.rank || (plan.rank === 1 && review.rank === 1 && review.done && !plan.done && plan.word.slice(0, 2) === review.word.slice(0, 2))

/** The named things of every clause that tells a stage. */
const mentionsIn = (page: Page, part: 'review' | 'plan', stageOf: (clause: string) => Stage | undefined): readonly Mention[] =>
  page.sentences.flatMap((sentence) => {
    if (sentence.part !== part || sentence.paragraph.level !== undefined) return []
    const found: Mention[] = []
    let from = sentence.from
    for (let at = from; at <= sentence.to; at += 1) {
      if (at < sentence.to && !',;。:!?'.includes(page.plain[at] ?? '#')) continue
      const clause = page.plain.slice(from, at)
      const stage = clause.length >= 5 && clause.length <= 160 ? stageOf(clause) : undefined
      if (stage !== undefined) found.push(...itemsOf(clause, from, stage))
      from = at + 1
    }
    return found
  })

const itemsOf = (clause: string, start: number, stage: Stage): readonly Mention[] => {
  const found: Mention[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at <= clause.length; at += 1) {
    const sign = clause[at] ?? '、'
    if (sign === '(' || sign === '《' || sign === '“') depth += 1
    else if (sign === ')' || sign === '》' || sign === '”') depth = Math.max(0, depth - 1)
    if (at < clause.length && (depth > 0 || !'、和及与'.includes(sign))) continue
    const item = clause.slice(from, at)
    const name = nameOf(item)
    if (name.length >= 3) found.push({ from: start + from, to: start + at, name, section: sectionOf(item), phase: /[二三四五六2-6]期/.exec(item)?.[0] ?? '', stage })
    from = at + 1
  }
  return found
}

const leading = new RegExp(`^(?:[一二三四五六七八九十]是|其中|同时|镇|按时|${verbs})+`)

/** A project's own name: the verbs before it, the brackets and everything from its stage or its kind on left out. */
const nameOf = (item: string): string => {
  const bare = item.replace(/\([^()]*\)?/g, '').replace(/[“”《》]/g, '').replace(leading, '')
  const end = bare.search(/等|工程|项目|建设|提升改造|改造|治理|整治|创建|\d/)
  const cut = bare.search(stageWords)
  const stop = Math.min(end === -1 ? bare.length : end, cut === -1 ? bare.length : cut)
  return bare.slice(0, stop)
}

const sectionOf = (item: string): string => (/\(([^()]*)\)/.exec(item)?.[1] ?? '').replace(/[-~至到—]/g, '')

const threesOf = (name: string): readonly string[] => Array.from({ length: Math.max(0, Math.min(name.length, 24) - 2) }, (_, at) => name.slice(at, at + 3))

/** How long a name two mentions share; 0 where they are two projects: other sections or phases, only the same village. */
const sameProject = (a: Mention, b: Mention): number => {
  if (a.phase !== b.phase) return 0
  const [short, long] = a.name.length <= b.name.length ? [a.name, b.name] : [b.name, a.name]
  if (!long.includes(short)) return 0
  if (a.section !== '' && b.section !== '' && a.section !== b.section && !/期/.test(a.section + b.section)) return 0
  if (short !== long && (a.section !== b.section || short.length * 2 < long.length)) return 0
  const own = short.replace(/^.{0,5}?(?:村|社区|街道|镇|乡|县|市|区)(?=.|$)/, '')
  return own.length >= 2 && isProper(short) && (own === short || own.length >= 3) ? short.length : 0
}
