import { refuse } from '../../core/refusal/refusal.ts'
import { readXml } from '../document/xml.ts'
import { entryText } from './stream-entry.ts'
import { UnreadableWorkbook } from './unreadable.ts'

/** A sheet by its name and where its part stands in the archive. */
export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly path: string }

/** Where things stand in a workbook. `from1904`: its days are counted from 1904, as old Macs did. */
export type PackageParts = { readonly path: string; readonly sheets: readonly SheetPart[]; readonly strings: string | undefined; readonly styles: string | undefined; readonly from1904: boolean }

/** Follows the relations of a package to its workbook, sheets, strings and styles. Throws UnreadableWorkbook where they do not lead there. */
export const packageParts = async (bytes: Uint8Array): Promise<PackageParts> => {
  const path = (await relationsOf(bytes, '')).find(({ kind }) => kind === 'officeDocument')?.target
  if (path === undefined) throw new UnreadableWorkbook(refuse('workbook-foreign'))
  const relations = await relationsOf(bytes, path)
  const sheets: SheetPart[] = []
  let from1904 = false
  await read(bytes, path, (name, attribute) => {
    if (name === 'x:workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
    if (name !== 'x:sheet') return
    const relation = relations.find(({ id }) => id === attribute('id'))
    if (relation?.kind === 'worksheet') sheets.push({ name: attribute('name') ?? '', hidden: /hidden$/i.test(attribute('state') ?? ''), path: relation.target })
  })
  if (sheets.length === 0) throw new UnreadableWorkbook(refuse('workbook-damaged'))
  return { path, sheets, strings: relations.find(({ kind }) => kind === 'sharedStrings')?.target, styles: relations.find(({ kind }) => kind === 'styles')?.target, from1904 }
}

/** A relation by the last word of its type; its target from the root of the package. */
export type Relation = { readonly id: string; readonly kind: string; readonly target: string }

/** What a part of the package leads to; the package itself is ''. */
export const relationsOf = async (bytes: Uint8Array, part: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = []
  await read(bytes, relationsPath(part), (name, attribute) => {
    if (!/:Relationship$/.test(name) || attribute('TargetMode') === 'External') return
    relations.push({ id: attribute('Id') ?? '', kind: /[^/]*$/.exec(attribute('Type') ?? '')?.[0] ?? '', target: resolved(part, attribute('Target') ?? '') })
  })
  return relations
}

/** 'xl/_rels/workbook.xml.rels' of 'xl/workbook.xml'. */
export const relationsPath = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels')

const resolved = (part: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const path = part.split('/').slice(0, -1)
  for (const step of target.split('/')) if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  return path.join('/')
}

const read = async (bytes: Uint8Array, path: string, open: (name: string, attribute: (local: string) => string | undefined) => void): Promise<void> => {
  const text = await entryText(bytes, path)
  if (text !== undefined && !readXml(text, { open, close: () => undefined, text: () => undefined })) throw new UnreadableWorkbook(refuse('workbook-damaged'))
}
