import type { Refusal } from '../../core/refusal/refusal.ts'

/** Ends the reading of rows with the sentence a person is told: the only way a stream of rows can say no in its middle. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
