import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Span } from './pieces.ts'
import { bySpan, piecesOf, spansByParagraph } from './pieces.ts'

const span = (id: string, from: number, to: number): Span => ({ id, kind: 'figure', from, to })

test('a span within another cuts it in three, and each is opened and closed once', () => {
  const pieces = piecesOf({ from: 0, to: 10 }, [span('outer', 1, 9), span('inner', 3, 5)])
  expect(pieces.map((each) => [each.from, each.to, each.span?.id, each.first, each.last])).toEqual([
    [0, 1, undefined, false, false],
    [1, 3, 'outer', true, false],
    [3, 5, 'inner', true, true],
    [5, 9, 'outer', false, true],
    [9, 10, undefined, false, false],
  ])
})

test('the lit place is cut out of what it lies in', () => {
  expect(piecesOf({ from: 0, to: 6 }, [span('a', 0, 4)], { from: 2, to: 5 }).map((each) => [each.to, each.span?.id, each.lit])).toEqual([
    [2, 'a', false],
    [4, 'a', true],
    [5, undefined, true],
    [6, undefined, false],
  ])
})

test('a span over the end of a paragraph belongs to both', () => {
  const paragraphs = [{ from: 0, to: 5 }, { from: 6, to: 12 }, { from: 13, to: 20 }]
  expect(spansByParagraph(paragraphs, [span('b', 14, 15), span('a', 3, 8)]).map((each) => each.map((it) => it.id))).toEqual([['a'], ['a'], ['b']])
})

test('pieces cover a stretch without gap or overlap, whatever the spans', () => {
  const place = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([from, size]) => span('', from, from + size))
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), fc.nat(20), fc.integer({ min: 1, max: 30 }), (spans, from, size) => {
      const pieces = piecesOf({ from, to: from + size }, spans.map((each, n) => ({ ...each, id: String(n) })).sort(bySpan))
      expect(pieces[0]?.from).toBe(from)
      expect(pieces.at(-1)?.to).toBe(from + size)
      for (const [n, piece] of pieces.entries()) {
        expect(piece.to).toBeGreaterThan(piece.from)
        if (n > 0) expect(piece.from).toBe(pieces[n - 1]?.to)
        for (const each of spans) expect(each.from < piece.to && each.to > piece.from).toBe(each.from <= piece.from && piece.to <= each.to)
      }
    }),
    { seed: 3 },
  )
})
