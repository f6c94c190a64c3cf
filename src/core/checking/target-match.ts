import { isZero } from '../quantity/decimal.ts'
import type { Aim } from './aim.ts'
import type { Fact } from './fact.ts'
import type { Page } from './page.ts'
import { isKindOf } from './subject-key.ts'
import { SubjectIndex } from './subject-index.ts'

/** The figures of the review, filed by subject. */
export const reviewed = (page: Page): SubjectIndex<Fact> => {
  const index = new SubjectIndex<Fact>()
  for (const fact of page.facts) if (fact.sentence.part === 'review' && fact.amount !== null && fact.exact && !fact.aside) index.add(subjectOf(fact), fact)
  return index
}

/** What the review tells as done of a target's subject: the figure of the very subject, else those of its kinds. Candidates are not done. */
export const doneFor = (aim: Aim, near: SubjectIndex<Fact>): readonly Fact[] => {
  const key = counted(aim.key)
  if (isZero(aim.amount) || aim.unit === '%' || key.length < 3) return []
  const found = near.begun(key).filter((fact) => fact.unit === aim.unit && !isCandidate(fact) && isKindOf(subjectOf(fact), key))
  const same = found.find((fact) => subjectOf(fact) === key)
  return same === undefined ? found : [same]
}

/** What the review names as still to come of a target's subject: 拟进限企业6家, 后备企业3家. */
export const candidatesFor = (aim: Aim, near: SubjectIndex<Fact>): readonly Fact[] =>
  near.begun(counted(aim.key)).filter((fact) => fact.unit === aim.unit && isCandidate(fact) && isKindOf(subjectOf(fact), counted(aim.key)))

export const isCandidate = (fact: Fact): boolean => coming.test(fact.lead)

/** The number of a figure in the scale of its target. */
export const aimText = (fact: Fact, aim: Aim): string => (fact.read.unit === aim.written ? fact.digits : `${fact.digits}${fact.read.unit ?? ''}`)

const coming = /拟(?!定)|后备|储备|在谈|意向|排摸|摸排|培育库|入库培育|待/

const subjectOf = (fact: Fact): string => (isCandidate(fact) ? fact.key.replace(/^.*(?:拟|后备|储备|在谈|意向|排摸确定|摸排确定|排摸|摸排|待)/, '') : counted(fact.key))

/** What is counted, whichever verb adds to it: 上规企业 of 新上规企业, 新增上规企业, 已上规企业. */
const counted = (key: string): string => key.replace(/^(?:已|新增|净增|新?培育|新?引进|新?创建|新?签约|新(?=上规|升规|进限|入规|入库|入限|认定|注册|开业))+/, '')
