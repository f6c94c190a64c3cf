import { z } from 'zod'

/** A text in the two languages of the product; Chinese leads. */
export const Words = z.object({ zh: z.string().min(1), en: z.string().min(1) }).readonly()
export type Words = z.infer<typeof Words>

export type Lang = 'zh' | 'en'

export const words = (zh: string, en: string): Words => ({ zh, en })
