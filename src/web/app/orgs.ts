import { useMemo } from 'react'
import { useSpeech } from './i18n.tsx'
import { useCall } from './useCall.ts'

/** `to` is the day an org ended on, `successor` the one it was merged into. */
export type Org = { readonly code: string; readonly zh: string; readonly en: string; readonly kind: string; readonly parent: string | null; readonly to: string | null; readonly successor: string | null; readonly depth: number }

/** The tree of organisations, parents before children, and the name of a code in the language that is read. */
export const useOrgs = (): { readonly root: string | undefined; readonly orgs: readonly Org[]; readonly nameOf: (code: string) => string } => {
  const { lang } = useSpeech()
  const { data } = useCall('org.list', {}, { staleTime: 300_000 })
  return useMemo(() => {
    const names = new Map((data?.orgs ?? []).map((org) => [org.code, org[lang]]))
    return { root: data?.root, orgs: data === undefined ? [] : inOrder(data.orgs, data.root), nameOf: (code: string) => names.get(code) ?? code }
  }, [data, lang])
}

const inOrder = (orgs: readonly Omit<Org, 'depth'>[], root: string): readonly Org[] => {
  const under = (parent: string, depth: number): readonly Org[] =>
    orgs.filter((org) => org.parent === parent && org.code !== root).flatMap((org) => [{ ...org, depth }, ...under(org.code, depth + 1)])
  return [...orgs.filter((org) => org.code === root).map((org) => ({ ...org, depth: 0 })), ...under(root, 1)]
}
