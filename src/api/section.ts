import { z } from 'zod'
import { Block } from '../core/report/document.ts'
import { words } from '../core/words.ts'
import { EntryNumber } from './parts.ts'
import { route } from './route.ts'

const Blocks = z.array(Block).max(2000)
const OrgCode = z.string().min(1).max(32)
const Budget = z.number().int().min(1).max(100_000).nullable()
const seen = { section: EntryNumber, saw: EntryNumber }
const Written = z.object({ section: z.number(), version: z.number() })

/**
 * Saves the words of a section. A writer who did not see the last version has her changes merged into it block by block; where both
 * changed one block, `section-changed` tells both texts.
 */
export const writeSection = route({
  verb: 'section.write',
  method: 'POST',
  title: words('保存章节', 'Save a section'),
  input: z.object({ ...seen, blocks: Blocks }),
  output: z.object({ section: z.number(), version: z.number(), blocks: z.array(Block), merged: z.boolean() }),
})

/** Adds a section behind another, or before all. */
export const createSection = route({ verb: 'section.create', method: 'POST', title: words('增加章节', 'Add a section'), input: z.object({ report: EntryNumber, after: EntryNumber.nullable(), org: OrgCode, budget: Budget.optional(), blocks: Blocks }), output: Written })

/** Divides a section before one of its blocks. */
export const splitSection = route({ verb: 'section.split', method: 'POST', title: words('拆分章节', 'Divide a section'), input: z.object({ ...seen, block: z.string().min(1).max(40) }), output: Written })

export const moveSection = route({ verb: 'section.move', method: 'POST', title: words('移动章节', 'Move a section'), input: z.object({ ...seen, after: EntryNumber.nullable() }), output: Written })

/** Gives a section to an office, with the length it should keep to. */
export const assignSection = route({ verb: 'section.assign', method: 'POST', title: words('指定执笔单位', 'Give a section to an office'), input: z.object({ ...seen, org: OrgCode, budget: Budget }), output: Written })

/** Takes a section out; it stays in the history. */
export const removeSection = route({ verb: 'section.remove', method: 'POST', title: words('删除章节', 'Take a section out'), input: z.object(seen), output: Written })
