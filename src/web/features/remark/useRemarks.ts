import { useMemo, useState } from 'react'
import type { RemarkOut } from '../../../api/remark.ts'
import type { ReportOut } from '../../../api/report.ts'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'
import { pageOfBlock, remarksShown } from './remark-page.ts'

/** Where a remark, or other wording, is about to be written. */
export type Place = { readonly section: number; readonly block: string; readonly at: number; readonly quote: string | undefined; readonly kind: 'remark' | 'proposal' }

/** The remarks on the living report, a page of them, how many each block has, and which of them is looked at or being written. Nothing is said of another moment of the book. */
export const useRemarks = (report: ReportOut | undefined, now: boolean) => {
  const { can } = useSession()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [offset, setOffset] = useState(0)
  const enabled = report !== undefined && may(can, 'remark.list')
  const query = useCall('remark.list', { report: report?.entry ?? 0, offset: 0, limit: remarksShown }, { enabled })
  const paged = useCall('remark.list', { report: report?.entry ?? 0, ...(onlyOpen ? { state: 'open' as const } : {}), offset, limit: remarksShown }, { enabled, keep: true })
  // The last page may have gone while it was looked at.
  if (offset > 0 && paged.data !== undefined && !paged.isPlaceholderData && offset >= paged.data.total) setOffset(0)
  const proposals = useCall('proposal.list', { report: report?.entry ?? 0, limit: 0 }, { enabled: report !== undefined && may(can, 'proposal.list') })
  const [shown, setShown] = useState(false)
  const [block, setBlock] = useState<string>()
  const [draft, setDraft] = useState<Place>()
  const marks = useMemo(() => new Map((query.data?.marks ?? []).map((mark) => [mark.block, mark])), [query.data])
  const [listed, page, proposed] = [query.data, paged.data, proposals.data]
  const [sections, blocks] = [report?.sections, report?.document.blocks]
  return useMemo(() => {
    const placeAt = (at: number, quote: string | undefined, kind: Place['kind'] = 'remark'): Place | undefined => {
      const section = sections?.find((each) => each.from <= at && at < each.to)
      const id = blocks?.[at]?.id
      return section === undefined || id === undefined ? undefined : { section: section.entry, block: id, at, quote, kind }
    }
    const all = [...marks.values()]
    const writes = now && listed !== undefined && may(listed.can, 'remark.create')
    return {
      page: page?.remarks ?? none,
      total: page?.total ?? 0,
      offset,
      onlyOpen,
      count: all.reduce((sum, mark) => sum + mark.count, 0),
      open: all.reduce((sum, mark) => sum + mark.open, 0),
      markAt: (id: string | undefined): { readonly count: number; readonly open: number } => (id === undefined ? undefined : marks.get(id)) ?? unmarked,
      /** Whether a block has a mark that leads to its remarks, or begins one. */
      standsAt: (id: string | undefined): boolean => id !== undefined && (writes || marks.has(id)),
      proposals: proposed?.total ?? 0,
      listed: listed !== undefined,
      writes,
      proposes: now && proposed !== undefined && may(proposed.can, 'proposal.create'),
      shown,
      block,
      draft,
      show: (at?: string): void => {
        setBlock(at)
        setShown(true)
        if (at === undefined) return
        const open = onlyOpen && (marks.get(at)?.open ?? 0) > 0
        setOnlyOpen(open)
        setOffset(pageOfBlock(all, at, open))
      },
      turn: setOffset,
      filter: (open: boolean): void => {
        setOnlyOpen(open)
        setOffset(0)
      },
      begin: (at: number, quote: string | undefined, kind: Place['kind'] = 'remark'): void => {
        const place = placeAt(at, quote, kind)
        if (place === undefined) return
        setDraft(place)
        setBlock(place.block)
        setShown(true)
      },
      drop: (): void => setDraft(undefined),
      close: (): void => {
        setShown(false)
        setDraft(undefined)
      },
    }
  }, [sections, blocks, now, marks, listed, page, proposed, shown, block, draft, offset, onlyOpen])
}

export type Remarks = ReturnType<typeof useRemarks>

const none: readonly RemarkOut[] = []
const unmarked = { count: 0, open: 0 } as const
