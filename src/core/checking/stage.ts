/**
 * How far a project is, by the words a clause says it with: 0 谋划, 1 前期, 2 启动 and 开工, 3 推进, 4 主体, 5 建成, 6 验收, 7 投用. Undefined where
 * no stage is told, or only hoped for.
 */
export type Stage = { readonly rank: number; /** The word that tells it. */ readonly word: string; /** 完成 stands with it. */ readonly done: boolean }

/** What a review says was reached: the furthest stage of the clause. */
export const stageReached = (clause: string): Stage | undefined => {
  if (/力争|争取|确保|将|计划|拟|预计|未|尚|缓慢|滞后|下一步|暂停/.test(clause)) return undefined
  const told = plainly(clause)
  return told.length > 0 ? told.reduce((a, b) => (b.rank > a.rank ? b : a)) : (before(clause) ?? finished(clause) ?? begun(clause) ?? moving(clause))
}

/** What a plan still has to do: the earliest stage of the clause. A plan that only pushes on (推进) tells no stage. */
export const stageToCome = (clause: string): Stage | undefined => {
  const told = plainly(clause)
  return before(clause) ?? begun(clause) ?? (told.length > 0 ? told.reduce((a, b) => (b.rank < a.rank ? b : a)) : finished(clause))
}

/** Words that say no stage but stand around project names. */
export const stageWords = /(?:开展|相关|前期|方案|可研|立项|初步设计|初设|设计|施工|征地|招标|启动|开工|推进|实施|主体|竣工|建成|完成|完工|验收|投用|投入|交付|运营|运维|进度|有序|顺利|力争|确保|争取|加快|加速|全面|正式|按期|如期|按时)/

const steps: readonly (readonly [rank: number, words: RegExp])[] = [
  [2, /(?<!拿地即)(?:开工|动工|奠基|破土)(?!前)/],
  [4, /主体(?:工程|结构)?(?:全面|基本|已)?(?:完工|封顶|结顶|完成)|封顶|结顶/],
  [5, /竣工(?!验收)|建成(?!区|年)|完工|落成|通车/],
  [6, /(?:通过|完成)[^,。]{0,4}验收|竣工验收/],
  [7, /投用|投入使用|投入运营|投产|开业|启用|交付使用/],
]

const plainly = (clause: string): readonly Stage[] =>
  steps.flatMap(([rank, words]): readonly Stage[] => {
    const match = words.exec(clause)
    return match === null ? [] : [{ rank, word: match[0].replace(/^,/, '').slice(-8), done: true }]
  })

/** 完成 beside a kind of works is their end. */
const finished = (clause: string): Stage | undefined => {
  const match = /(?:工程|项目|建设|改造|整治|治理|扩建|改建|迁建|维修)(?:已|全部|基本|全面|顺利|如期)*完成|(?:^|全面|基本|如期|顺利|已|,)完成[^,。]*(?:工程|项目|建设|改造|整治|治理|扩建|改建|迁建|维修)$/.exec(clause)
  return match === null ? undefined : { rank: 5, word: '完成', done: true }
}

const before = (clause: string): Stage | undefined => {
  const idea = /谋划|论证|酝酿/.exec(clause)
  const early = /前期(?:准备)?(?:工作)?|方案(?:设计|编制|报批|审批)|可(?:研|行性研究)|立项|初步设计|初设|施工图|用地预审|勘察|招投?标/.exec(clause)
  if (idea !== null && early === null) return { rank: 0, word: idea[0], done: false }
  return early === null ? undefined : { rank: 1, word: early[0], done: /完成/.test(clause.replace(/完成后/, '')) }
}

const begun = (clause: string): Stage | undefined => (/启动(?!仪式)/.test(clause) ? { rank: 2, word: '启动', done: true } : undefined)

const moving = (clause: string): Stage | undefined => {
  const match = /(?:有序|加快|稳步|全面|扎实|持续)?推进|在建|(?:施工|建设)中|进度(?:达|过半)|正在(?:施工|建设)/.exec(clause)
  return match === null ? undefined : { rank: 3, word: match[0], done: false }
}
