import { cleanupSemantic, makeDiff } from '@sanity/diff-match-patch'

/** A stretch of text that stands in both versions, only in the later, or only in the earlier. */
export type TextDifference = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/**
 * How an earlier text became a later one, cleaned up for a reader: no islands of a character or two between changes, and whole numbers
 * on either side of a change. Everything but `added` is the earlier text, everything but `removed` the later.
 */
export const diffText = (earlier: string, later: string): readonly TextDifference[] =>
  joined(wholeNumbers(cleanupSemantic(makeDiff(earlier, later, { checkLines: false, timeout: 0 })).map(([kind, text]) => ({ kind: kinds[kind], text }))))

const kinds = { [-1]: 'removed', 0: 'same', 1: 'added' } as const

/** Draws into a change the digits of a number it would cut: 32.65 against 32.71 is not 32. and five strokes of pen. */
const wholeNumbers = (differences: readonly TextDifference[]): readonly TextDifference[] =>
  differences.flatMap((each, at): readonly TextDifference[] => {
    if (each.kind !== 'same') return [each]
    const head = at === 0 ? '' : (/^[0-9.]+/.exec(each.text)?.[0] ?? '')
    const rest = each.text.slice(head.length)
    const tail = at === differences.length - 1 ? '' : (/[0-9.]+$/.exec(rest)?.[0] ?? '')
    const numeric = (place: number): boolean => /[0-9]/.test(differences[place]?.text ?? '')
    const [front, back] = [numeric(at - 1) || numeric(at - 2) ? head : '', numeric(at + 1) || numeric(at + 2) ? tail : '']
    return [...both(front), { kind: 'same', text: each.text.slice(front.length, each.text.length - back.length) }, ...both(back)]
  })

const both = (text: string): readonly TextDifference[] => [{ kind: 'removed', text }, { kind: 'added', text }]

/** Neighbours of one change as one removal and one addition, empty ones left out. */
const joined = (differences: readonly TextDifference[]): readonly TextDifference[] => {
  const done: TextDifference[] = []
  let [removed, added] = ['', '']
  const settle = (): void => {
    if (removed !== '') done.push({ kind: 'removed', text: removed })
    if (added !== '') done.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of differences) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      settle()
      const last = done.at(-1)
      if (last?.kind === 'same') done[done.length - 1] = { kind, text: last.text + text }
      else done.push({ kind, text })
    }
  }
  settle()
  return done
}
