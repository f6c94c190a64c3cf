import { z } from 'zod'
import { settingKeys } from '../core/town-setting.ts'
import { words } from '../core/words.ts'
import { Can, DayText, EntryNumber, Words } from './parts.ts'
import { route } from './route.ts'

/** Brings a photo or a document for a file field of a ledger; an entry names it afterwards. `thumbnail` is a small JPEG of a picture. */
export const uploadFile = route({
  verb: 'file.upload',
  method: 'POST',
  title: words('上传附件', 'Bring a file'),
  input: z.object({ ledger: z.string().max(48), field: z.string().max(48), name: z.string().max(400), content: z.string().min(1), thumbnail: z.string().optional() }),
  output: z.object({
    hash: z.string(),
    name: z.string(),
    size: z.number(),
    mediaType: z.string(),
    /** What the photo said of itself, where the ledger has fields for it. */
    taken: z.object({ day: DayText.nullable(), place: z.string().nullable() }),
  }),
})

/** The bytes of a file an entry names, or its small copy. */
export const fetchFile = route({
  verb: 'file.fetch',
  method: 'GET',
  title: words('取附件', 'Fetch a file'),
  input: z.object({ ledger: z.string().max(48), entry: EntryNumber, hash: z.string().regex(/^[0-9a-f]{64}$/), small: z.enum(['true', 'false']).optional() }),
  output: z.instanceof(Uint8Array),
})

export const listSettings = route({
  verb: 'setting.list',
  method: 'GET',
  title: words('本镇设置', 'Settings of the town'),
  input: z.object({}),
  output: z.object({ settings: z.array(z.object({ key: z.enum(settingKeys), title: Words, about: Words, unit: Words, value: z.number(), least: z.number(), most: z.number(), saw: z.number().nullable() })), can: Can }),
})

/** `saw` is the version seen; null where the setting was never changed. */
export const changeSetting = route({
  verb: 'setting.change',
  method: 'POST',
  title: words('修改设置', 'Change a setting'),
  input: z.object({ key: z.enum(settingKeys), value: z.number().int(), saw: z.number().int().nullable() }),
  output: z.object({ id: z.number(), journal: z.number() }),
})
