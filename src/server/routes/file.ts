import { fetchFile, uploadFile } from '../../api/file.ts'
import type { LedgerRights } from '../../core/access/ledger-rights.ts'
import { isNothing } from '../../core/access/predicate.ts'
import { attachedOf, fileName } from '../../core/ledger/attached.ts'
import type { Attached } from '../../core/ledger/attached.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Field } from '../../core/ledger/field.ts'
import { findField } from '../../core/ledger/ledger.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { words } from '../../core/words.ts'
import { stripJpeg } from '../../formats/image/strip-jpeg.ts'
import { takeFile } from '../../formats/image/take-file.ts'
import type { RecordedStep } from '../../store/entry-history.ts'
import { getFile, hashOf } from '../../store/files.ts'
import { findSteps } from '../../store/matters.ts'
import { settingValue } from '../../store/town-settings.ts'
import type { Thumbnail } from '../../store/uploads.ts'
import { findThumbnail, putUpload } from '../../store/uploads.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { readableHistory } from './entry-read.ts'
import { openLedgers } from './ledger.ts'

const megabyte = 1024 * 1024

export const uploadFileEndpoint = endpoint({
  route: uploadFile,
  load: async (ask, reader) => {
    const { input, town } = ask
    const open = openLedgers(ask).find((each) => each.ledger.key === input.ledger)
    if (open === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const evidence = open.ledger.procedure !== undefined && input.field === evidenceField.key
    if (isNothing(open.rights.write) && !evidence) return refuse('forbidden', { verb: `${input.ledger}.create` })
    const field = evidence ? evidenceField : findField(open.ledger, input.field)
    if (field?.kind !== 'file' || field.fixed === true) return fieldProblem('field', 'field-unknown', { field: input.field })
    const bytes = fromBase64(input.content)
    if (bytes === undefined) return fieldProblem('content', 'not-base64')
    const most = await settingValue(reader, town.schema, 'file-size')
    if (bytes.length > most * megabyte) return refuse('file-too-large', { max: most })
    const taken = takeFile(bytes)
    if (isRefusal(taken)) return taken
    const thumbnail = input.thumbnail === undefined || taken.about === undefined ? undefined : readThumbnail(input.thumbnail)
    return isRefusal(thumbnail) ? thumbnail : { ...taken, thumbnail, wants: field.taken, hash: hashOf(taken.bytes), name: fileName(input.name, taken.ending) }
  },
  prepare: async (seen, { town, caller }) => {
    await putUpload(town.db.pool, town.schema, { hash: seen.hash, mediaType: seen.mediaType, bytes: seen.bytes }, caller.person, seen.thumbnail)
    return seen
  },
  present: ({ hash, name, bytes, mediaType, about, wants }) => ({ hash, name, size: bytes.length, mediaType, taken: { day: wants?.day === undefined ? null : (about?.day ?? null), place: wants?.place === undefined ? null : (about?.place ?? null) } }),
})

/** A file goes to whoever may read an entry that names it, or did in its history; one in a masked field only to who sees the field. */
export const fetchFileEndpoint = endpoint({
  route: fetchFile,
  load: async (ask, reader) => {
    const { input, town } = ask
    const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
    if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const seen = await readableHistory(ask, reader, ledger, input.entry)
    if (isRefusal(seen)) return seen
    const named = namedIn(ledger, seen.rights, seen.steps, input.hash) ?? (await namedInSteps(ask, reader, ledger, input.entry, input.hash))
    if (named === undefined) return refuse('not-found', { what: input.hash.slice(0, 8) })
    const small = input.small === 'true' ? await findThumbnail(reader, town.schema, input.hash) : undefined
    return { named, file: small ?? (await getFile(reader, town.schema, input.hash)) }
  },
  present: ({ named, file }) => ({ bytes: file.bytes, type: file.mediaType, name: named.name || named.hash.slice(0, 8) }),
})

/** What is brought with a step of a matter, by whoever may take one: it is named by the step and by nothing of the entry. */
const evidenceField: Field = { key: 'files', title: words('照片和附件', 'Photos and files'), kind: 'file', max: '9' }

/** A file brought with a step of a matter goes to whoever may read the matter. */
const namedInSteps = async ({ town, book }: Ask<unknown>, reader: Reader, ledger: Ledger, entry: number, hash: string): Promise<Attached | undefined> => {
  if (ledger.procedure === undefined) return undefined
  const actions = (await findSteps(reader, town.schema, book, ledger.key, [entry])).get(entry) ?? []
  return actions.flatMap(({ given }) => attachedOf(given['files'])).find((each) => each.hash === hash)
}

const namedIn = (ledger: Ledger, rights: LedgerRights, steps: readonly RecordedStep[], hash: string): Attached | undefined => {
  for (const { after } of steps.toReversed())
    for (const { fields } of after.spans)
      for (const field of ledger.fields) {
        const named = field.kind === 'file' && (field.personal === undefined || rights.writes(fields)) ? attachedOf(fields[field.key]).find((each) => each.hash === hash) : undefined
        if (named !== undefined) return named
      }
  return undefined
}

/** Bytes and pixels a small copy may have. */
const smallest = { bytes: 64 * 1024, side: 512 }

const readThumbnail = (text: string): Thumbnail | Refusal => {
  const bytes = fromBase64(text)
  const stripped = bytes === undefined || bytes.length > smallest.bytes ? undefined : stripJpeg(bytes, 1)
  const fits = stripped !== undefined && Math.max(stripped.width, stripped.height) <= smallest.side
  return fits ? { mediaType: 'image/jpeg', bytes: stripped.bytes } : fieldProblem('thumbnail', 'thumbnail-unfit', { max: smallest.bytes / 1024 })
}

const fromBase64 = (text: string): Buffer | undefined => (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined)
