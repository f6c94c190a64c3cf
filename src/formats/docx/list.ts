import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions, type IParagraphOptions } from 'docx'
import type { Block } from '../../core/report/document.ts'
import { em, size } from './page.ts'

/** The lists of a report as Word counts them: numbers and dots that stand where a paragraph begins. */
export const lists: INumberingOptions = {
  config: [
    { reference: 'number', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', suffix: LevelSuffix.NOTHING, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 0, firstLine: 2 * em(size.three) } } } }] },
    { reference: 'dot', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', suffix: LevelSuffix.SPACE, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 0, firstLine: 2 * em(size.three) } } } }] },
  ],
}

/** The list each block stands in, undefined for those in none: items that follow each other with one marker are one list, and every list counts from 1. */
export const listPlaces = (blocks: readonly Block[]): readonly (IParagraphOptions['numbering'] | undefined)[] => {
  let instance = -1
  return blocks.map((block, at) => {
    if (block.kind !== 'item') return undefined
    const before = blocks[at - 1]
    if (before?.kind !== 'item' || before.marker !== block.marker) instance += 1
    return { reference: block.marker, level: 0, instance }
  })
}
