import type { TextDifference } from '../../../core/report/text-diff.ts'

/** One text against another: what came underlined, what went struck out. */
export const Differences = ({ of }: { readonly of: readonly TextDifference[] }) => (
  <>
    {of.map(({ kind, text }, at) => (kind === 'added' ? <ins key={at}>{text}</ins> : kind === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))}
  </>
)
