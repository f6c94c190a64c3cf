import type { AnswerOut } from '../../../api/answer.ts'
import type { ToldValue } from '../../../core/collecting/told-value.ts'
import type { Block } from '../../../core/report/document.ts'

/** What is written of an answer and not handed in yet; `saw` is the version it began from. */
export type AnswerDraft = { readonly saw: number; readonly blocks: readonly Block[]; readonly told: readonly ToldValue[]; readonly nothing: boolean }

/** The answer as it stands, to go on from. */
export const draftOf = (answer: Pick<AnswerOut, 'version' | 'blocks' | 'nothing' | 'figures'>): AnswerDraft => ({ saw: answer.version, blocks: answer.blocks, nothing: answer.nothing, told: answer.figures.flatMap((figure) => figure.told ?? []) })

/** A draft with another value told of one measure, or none. */
export const withTold = (draft: AnswerDraft, measure: string, value: ToldValue | undefined): AnswerDraft => ({ ...draft, told: [...draft.told.filter((each) => each.measure !== measure), ...(value === undefined ? [] : [value])] })

export const isSame = (a: AnswerDraft, b: AnswerDraft): boolean => a.nothing === b.nothing && JSON.stringify([a.blocks, inOrder(a.told)]) === JSON.stringify([b.blocks, inOrder(b.told)])

const inOrder = (told: readonly ToldValue[]): readonly ToldValue[] => told.toSorted((a, b) => a.measure.localeCompare(b.measure))

/** Words that were not handed in are kept on the device, for the person who wrote them only, until they are. */
export const keepDraft = (person: number, answer: number, draft: AnswerDraft | undefined): void => {
  const key = keyOf(person, answer)
  if (draft === undefined) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(draft))
}

export const keptDraft = (person: number, answer: number): AnswerDraft | undefined => {
  const text = localStorage.getItem(keyOf(person, answer))
  return text === null ? undefined : (JSON.parse(text) as AnswerDraft)
}

const keyOf = (person: number, answer: number): string => `zhenwu.answer.${person}.${answer}`
