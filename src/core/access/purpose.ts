import { words } from '../words.ts'

/** For what a masked field may be shown (个人信息保护法 art. 6: a clear purpose, and no more than it needs). */
export const purposes = [
  { key: 'handle', title: words('办理业务', 'Handling a matter') },
  { key: 'pay', title: words('发放核对', 'Checking a payment') },
  { key: 'contact', title: words('联系本人', 'Reaching the person') },
  { key: 'request', title: words('本人申请查询', 'The person asked') },
  { key: 'audit', title: words('监督检查', 'Audit or inspection') },
] as const
export type PurposeKey = (typeof purposes)[number]['key']
export const purposeKeys = purposes.map(({ key }) => key) as [PurposeKey, ...PurposeKey[]]

/** A purpose as the chain keeps it: the key, and what was typed. */
export const purposeText = (key: PurposeKey, typed: string): string => `${key}: ${typed}`

/** The two halves again; what is not of that form is told whole. */
export const readPurpose = (text: string): { readonly key: PurposeKey | null; readonly typed: string } => {
  const key = purposeKeys.find((each) => text.startsWith(`${each}: `))
  return key === undefined ? { key: null, typed: text } : { key, typed: text.slice(key.length + 2) }
}
