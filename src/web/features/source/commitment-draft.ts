import type { AcceptCommitment, ReadCommitmentOut } from '../../../api/source.ts'
import { parseDecimal } from '../../../core/quantity/decimal.ts'
import { parseDay } from '../../../core/time/day.ts'
import { oneLine } from './item.ts'

/** A commitment or a direction as it would be kept; what is '' is not told. */
export type CommitmentDraft = {
  readonly kind: 'commitment' | 'direction'
  readonly text: string
  readonly org: string
  readonly value: string
  readonly unit: string
  readonly qualifier: NonNullable<ReadCommitmentOut['target']>['qualifier']
  readonly deadlineText: string
  readonly deadline: string
  readonly modality: ReadCommitmentOut['modality']
}

export type CommitmentField = 'text' | 'org' | 'target' | 'deadline'

/** The quote in the official's own words; where no office is pointed to, the town's own. */
export const commitmentDraft = (read: ReadCommitmentOut, town: string): CommitmentDraft => ({
  kind: 'commitment',
  text: oneLine(read.quote),
  org: read.owner ?? town,
  value: read.target?.value ?? '',
  unit: read.target?.unit ?? '',
  qualifier: read.target?.qualifier ?? null,
  deadlineText: read.deadline_text ?? '',
  deadline: read.deadline ?? '',
  modality: read.modality,
})

export const directionDraft = (quote: string, town: string): CommitmentDraft => ({ kind: 'direction', text: oneLine(quote), org: town, value: '', unit: '', qualifier: null, deadlineText: '', deadline: '', modality: 'plain' })

/** The fields that keep it from being accepted. */
export const commitmentProblems = (draft: CommitmentDraft): readonly CommitmentField[] => {
  const wrong: CommitmentField[] = []
  if (draft.text.trim().length < 2) wrong.push('text')
  if (draft.org === '') wrong.push('org')
  if (draft.kind === 'commitment' && (draft.value !== '' || draft.unit !== '') && (parseDecimal(draft.value) === undefined || draft.unit.trim() === '')) wrong.push('target')
  if (draft.kind === 'commitment' && draft.deadline !== '' && parseDay(draft.deadline) === undefined) wrong.push('deadline')
  return wrong
}

/** As it is sent. A direction has neither target nor deadline. */
export const acceptedCommitment = (draft: CommitmentDraft, place: { readonly quote: string; readonly offset: number }): AcceptCommitment | undefined => {
  if (commitmentProblems(draft).length > 0) return undefined
  const { quote, offset } = place
  const common = { quote, offset, kind: draft.kind, text: draft.text.trim(), org: draft.org }
  if (draft.kind === 'direction') return { ...common, target: null, deadlineText: null, deadline: null, modality: 'plain' }
  const value = parseDecimal(draft.value)
  return {
    ...common,
    target: value === undefined ? null : { value, unit: draft.unit.trim(), qualifier: draft.qualifier },
    deadlineText: draft.deadlineText.trim() === '' ? null : draft.deadlineText.trim(),
    deadline: draft.deadline === '' ? null : draft.deadline,
    modality: draft.modality,
  }
}

/** Sure enough to be accepted unseen: an office is pointed to, and a target or a day is named. */
export const isSureCommitment = (draft: CommitmentDraft, read: ReadCommitmentOut): boolean => read.owner !== null && (read.target !== null || read.deadline !== null) && commitmentProblems(draft).length === 0
