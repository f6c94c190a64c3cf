import { useContext, useState } from 'react'
import type { Attached } from '../../core/ledger/attached.ts'
import { mostFiles } from '../../core/ledger/attached.ts'
import type { Field } from '../../core/ledger/field.ts'
import type { Words } from '../../core/words.ts'
import { call } from '../app/call.ts'
import { wordsOf } from '../app/errors.ts'
import { fetchSending } from '../app/fetch-sending.ts'
import { useCall } from '../app/useCall.ts'
import { EntryPlaceContext } from './entry-place.ts'
import { base64Of, makeThumbnail } from './picture.ts'

/** One file on its way, or why it did not arrive. */
export type Sending = { readonly key: number; readonly name: string; readonly percent: number; readonly tooLarge: boolean; readonly problem?: Words }

const counter = { last: 0 }

/** Sends files one after the other and tells how far each is; those that arrived are handed to `onArrived`. */
export const useUploads = (field: Field, present: number, onArrived: (file: Attached) => void) => {
  const place = useContext(EntryPlaceContext)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [full, setFull] = useState(false)
  const megabytes = useCall('setting.list', {}, { staleTime: 60_000 }).data?.settings.find((each) => each.key === 'file-size')?.value ?? 20
  const most = field.max === undefined ? mostFiles : Number(field.max)
  const change = (key: number, next: Partial<Sending>) => setSending((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)))

  const send = async (file: File, key: number) => {
    if (file.size > megabytes * 1024 * 1024) return change(key, { tooLarge: true })
    try {
      const thumbnail = file.type.startsWith('image/') ? await makeThumbnail(file) : undefined
      const content = await base64Of(file)
      const told = fetchSending((share) => change(key, { percent: Math.floor(share * 100) }))
      const { hash, name, taken } = await call('file.upload', { ledger: place?.ledger ?? '', field: field.key, name: file.name, content, ...(thumbnail === undefined ? {} : { thumbnail }) }, undefined, told)
      setSending((all) => all.filter((each) => each.key !== key))
      onArrived({ hash, name })
      const offered = [[field.taken?.day, taken.day], [field.taken?.place, taken.place]].flatMap(([to, value]) => (to === undefined || to === null || value === undefined || value === null ? [] : [[to, value] as const]))
      if (offered.length > 0) place?.offer?.(Object.fromEntries(offered))
    } catch (thrown) {
      change(key, { problem: wordsOf(thrown) })
    }
  }

  const take = async (files: readonly File[]) => {
    const room = most - present
    setFull(files.length > room)
    const taken = files.slice(0, Math.max(0, room)).map((file) => ({ file, key: (counter.last += 1) }))
    setSending((all) => [...all.filter((each) => each.problem === undefined && !each.tooLarge), ...taken.map(({ file, key }) => ({ key, name: file.name, percent: 0, tooLarge: false }))])
    for (const { file, key } of taken) await send(file, key)
  }

  return { sending, full, most, megabytes, place, take }
}
