import { unzipSync, zipSync } from 'fflate'
import { readXml } from '../document/xml.ts'
import { escaped } from './element.ts'
import { withoutTimes } from './zip.ts'

/** What one part of a package points to; `target` is the name of a part, or an address outside the file. */
export type Relation = { readonly id: string; readonly type: string; readonly target: string; readonly external: boolean }

/** The parts of a Word file by name, what each is, and what each points to (ISO/IEC 29500-2). */
export type WordPackage = {
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Content types by ending, in lower case, and by part. */
  readonly defaults: ReadonlyMap<string, string>
  readonly overrides: ReadonlyMap<string, string>
  readonly relations: (part: string) => readonly Relation[] | undefined
}

/** Opens a file whose size was checked; undefined where its list of contents is not well-formed. */
export const openPackage = (bytes: Uint8Array): WordPackage | undefined => {
  const parts = new Map(Object.entries(unzipSync(bytes)))
  const [defaults, overrides] = [new Map<string, string>(), new Map<string, string>()]
  const sound = readXml(textOfPart(parts.get(contents)), {
    open: (name, attribute) => {
      const type = attribute('ContentType') ?? ''
      if (name === 'ct:Default') defaults.set((attribute('Extension') ?? '').toLowerCase(), type)
      if (name === 'ct:Override') overrides.set((attribute('PartName') ?? '').replace(/^\//, ''), type)
    },
    close: () => undefined,
    text: () => undefined,
  })
  return sound ? { parts, defaults, overrides, relations: (part) => relationsOf(parts, part) } : undefined
}

/** A part as text without its declaration, whichever Unicode form it was written in. */
export const textOfPart = (bytes: Uint8Array | undefined): string => {
  const form = bytes?.[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes?.[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(form).decode(bytes).replace(/^\s*<\?xml[^?]*\?>\s*/, '')
}

/** Packs parts, each with its content type and relations, behind the root's own relations; the same parts give the same bytes. */
export const packWord = (parts: readonly PackedPart[], root: readonly Relation[]): Uint8Array => {
  const files: Record<string, Uint8Array> = {
    [contents]: bytesOf(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts.map(({ name, type }) => `<Override PartName="/${escaped(name)}" ContentType="${escaped(type)}"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': bytesOf(relationsText(root)),
  }
  for (const { name, content, relations } of parts) {
    files[name] = typeof content === 'string' ? bytesOf(content) : content
    if (relations.length > 0) files[relationsName(name)] = bytesOf(relationsText(relations))
  }
  return withoutTimes(zipSync(files, { level: 6, mtime: '1990-01-01T12:00:00' }))
}

export type PackedPart = { readonly name: string; readonly type: string; readonly content: string | Uint8Array; readonly relations: readonly Relation[] }

const contents = '[Content_Types].xml'

const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`)

const relationsName = (part: string): string => part.replace(/[^/]*$/, (file) => `_rels/${file}.rels`)

const relationsText = (relations: readonly Relation[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(({ id, type, target, external }) => `<Relationship Id="${escaped(id)}" Type="${escaped(type)}" Target="${external ? '' : '/'}${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`)
    .join('')}</Relationships>`

/** Undefined when they are not well-formed. */
const relationsOf = (parts: ReadonlyMap<string, Uint8Array>, part: string): readonly Relation[] | undefined => {
  const bytes = parts.get(relationsName(part))
  if (bytes === undefined) return []
  const relations: Relation[] = []
  const sound = readXml(textOfPart(bytes), {
    open: (name, attribute) => {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')]
      if (!name.endsWith(':Relationship') || id === undefined || type === undefined || target === undefined) return
      const external = attribute('TargetMode') === 'External'
      relations.push({ id, type, target: external ? target : partAt(part, target), external })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return sound ? relations : undefined
}

/** The name of a part as another one points to it. */
const partAt = (from: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
