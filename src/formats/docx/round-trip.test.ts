import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyParts, editedWord } from '../../../test/builders/edited-word.ts'
import { comparedWith, sections, written } from '../../../test/builders/written-report.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { figureRuns } from '../../core/report/runs.ts'
import { bindingKey } from '../../core/report/word/word-back.ts'
import { readDocx } from './read-docx.ts'

/**
 * Export, random edits of the XML as people and programs make them, and back: every binding whose control is left in the text is kept, and
 * there is no other.
 */

type Edit = (parts: readonly string[], at: number) => readonly string[]

const control = /<w:sdt>(?:(?!<w:sdt>)[^])*?<\/w:sdt>/g
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const contentOf = (sdt: string): string => /<w:sdtContent>([^]*)<\/w:sdtContent>/.exec(sdt)?.[1] ?? ''
const one = (change: (part: string) => string): Edit => (parts, at) => parts.map((part, place) => (place === at && !part.startsWith('<w:tbl>') ? change(part) : part))

/** Each edit changes the part at a place, never the title before or the mark of the end behind. */
const edits: Readonly<Record<string, Edit>> = {
  delete: (parts, at) => parts.filter((_, place) => place !== at),
  move: (parts, at) => (at < 4 ? parts : [...parts.slice(0, at - 2), parts[at] ?? '', ...parts.slice(at - 2, at), ...parts.slice(at + 1)]),
  copy: (parts, at) => [...parts.slice(0, at + 1), parts[at] ?? '', ...parts.slice(at + 1)],
  insert: (parts, at) => [...parts.slice(0, at), `<w:p>${run('新的一段有3处。')}</w:p>`, ...parts.slice(at)],
  split: one((part) => part.replace('</w:r>', '</w:r></w:p><w:p>')),
  'type around': one((part) => part.replace(control, (sdt) => `${run('前')}${sdt}${run('后')}`)),
  'remove controls': one((part) => part.replace(control, contentOf)),
  'copy controls': one((part) => part.replace(control, (sdt) => `${sdt}${run('、')}${sdt}`)),
  overtype: one((part) => part.replace(control, (sdt) => sdt.replace(/<w:t[^>]*>[^<]*<\/w:t>/, '<w:t>999</w:t>'))),
  'track an insertion': one((part) => part.replace(control, (sdt) => `<w:ins w:id="900" w:author="王" w:date="2023-07-01T00:00:00Z">${sdt}</w:ins>`)),
  'track a deletion': one((part) => part.replace(control, (sdt) => `<w:del w:id="901" w:author="王" w:date="2023-07-01T00:00:00Z">${sdt.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`)),
  'forget bookmarks': one((part) => part.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')),
  'nest controls': one((part) => part.replace(control, (sdt) => `<w:sdt><w:sdtPr/><w:sdtContent>${sdt}</w:sdtContent></w:sdt>`)),
}

/** The figures whose controls stand in a body outside deletions, by the tags and properties alone. */
const standing = (parts: readonly string[], longOf: (tag: string) => string): readonly string[] =>
  parts.flatMap((part) => [...part.replace(/<w:del [^]*?<\/w:del>/g, '').matchAll(/<w:tag w:val="(figure:[^"]*)"\/>/g)].map(([, tag = '']) => longOf(tag))).map((tag) => {
    const [, measure = '', , show = ''] = tag.split(':')
    return `${measure}:${show}`
  })

test('every binding left in the text is kept, and none is invented', async () => {
  const bytes = await written()
  let original = ''
  let properties = ''
  editedWord(bytes, { 'word/document.xml': (xml) => (original = xml), 'docProps/custom.xml': (xml) => (properties = xml) })
  const longOf = (tag: string): string => new RegExp(`name="${tag}"><vt:lpwstr>([^<]*)`).exec(properties)?.[1] ?? tag
  const body = bodyParts(original)
  const last = body.parts.findIndex((part) => part.includes('_t_end'))
  const step = fc.record({ edit: fc.constantFrom(...Object.keys(edits)), at: fc.integer({ min: 2, max: last - 1 }) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const end = body.parts.slice(last)
      let parts = body.parts.slice(0, last)
      for (const { edit, at } of steps) parts = (edits[edit]?.(parts, Math.min(at, parts.length - 1)) ?? parts).slice()
      const expected = standing(parts, longOf)
      fc.pre(expected.length > 0)
      const document = readDocx(editedWord(bytes, { 'word/document.xml': () => body.with([...parts, ...end]) }))
      if (isRefusal(document)) throw new Error(document.code)
      const back = comparedWith(document)
      const found = back.sections.flatMap(({ blocks }) => figureRuns(blocks).map(bindingKey))
      expect([...found].sort()).toEqual([...expected].sort())
      const ids = back.sections.flatMap(({ blocks }) => blocks.map((block) => block.id))
      expect(new Set(ids).size).toBe(ids.length)
      const known = new Set(sections.flatMap((section) => figureRuns(section.blocks).map(bindingKey)))
      for (const key of found) expect(known).toContain(key)
    }),
    { seed: 20230630, numRuns: 150 },
  )
})
