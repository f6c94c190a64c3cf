import type { DemoBatch } from '../../packs/zhejiang-town/demo/generate.ts'
import type { DemoPhoto } from '../../packs/zhejiang-town/demo/history.ts'
import type { Attached } from '../../core/ledger/attached.ts'
import { attachedText } from '../../core/ledger/attached.ts'
import { hashOf } from '../../store/files.ts'
import type { Town } from '../../store/town.ts'
import { putUpload } from '../../store/uploads.ts'
import { drawPhoto } from './draw-photo.ts'

/** What a file field says of some pictures that are kept. */
export type Attaching = (photos: readonly DemoPhoto[]) => string | null

/** Draws the pictures of a batch and keeps them as files that were brought by whoever shows them, before the entries that name them are committed. */
export const keepPhotos = async ({ db, schema }: Pick<Town, 'db' | 'schema'>, { entries, person }: DemoBatch, people: ReadonlyMap<string, number>): Promise<Attaching> => {
  const kept = new Map<string, Attached>()
  const shown = entries.flatMap(({ photos = [], actions = [] }) => [{ photos, person }, ...actions.map((action) => ({ photos: action.photos ?? [], person: action.person }))])
  for (const { photos, person: by } of shown)
    for (const photo of photos) {
      const bytes = drawPhoto(photo)
      const hash = hashOf(bytes)
      await putUpload(db.pool, schema, { hash, mediaType: 'image/png', bytes }, people.get(by) ?? 0, undefined)
      kept.set(keyOf(photo), { hash, name: `示例${photo.after ? '整改后' : '整改前'}${photo.day}.png` })
    }
  return (photos) => attachedText(photos.flatMap((photo) => kept.get(keyOf(photo)) ?? []))
}

const keyOf = ({ scene, after, day, nth }: DemoPhoto): string => [scene, after, day, nth].join(' ')
