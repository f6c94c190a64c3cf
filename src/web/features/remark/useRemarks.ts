import { useMemo, useState } from 'react'
import type { RemarkOut } from '../../../api/remark.ts'
import type { ReportOut } from '../../../api/report.ts'
import { may } from '../../app/may.ts'
import { useSession } from '../../app/session.tsx'
import { useCall } from '../../app/useCall.ts'

/** Where a remark, or other wording, is about to be written. */
export type Place = { readonly section: number; readonly block: string; readonly at: number; readonly quote: string | undefined; readonly kind: 'remark' | 'proposal' }

/** The remarks on the living report, by block, and which of them is looked at or being written. Nothing is said of another moment of the book. */
export const useRemarks = (report: ReportOut | undefined, now: boolean) => {
  const { can } = useSession()
  const query = useCall('remark.list', { report: report?.entry ?? 0 }, { enabled: report !== undefined && may(can, 'remark.list') })
  const proposals = useCall('proposal.list', { report: report?.entry ?? 0 }, { enabled: report !== undefined && may(can, 'proposal.list') })
  const [shown, setShown] = useState(false)
  const [block, setBlock] = useState<string>()
  const [draft, setDraft] = useState<Place>()
  const remarks = useMemo(() => query.data?.remarks ?? [], [query.data])
  const byBlock = useMemo(() => Map.groupBy(remarks, (remark) => remark.block), [remarks])
  const [listed, proposed] = [query.data, proposals.data]
  const [sections, blocks] = [report?.sections, report?.document.blocks]
  return useMemo(() => {
    const placeAt = (at: number, quote: string | undefined, kind: Place['kind'] = 'remark'): Place | undefined => {
      const section = sections?.find((each) => each.from <= at && at < each.to)
      const id = blocks?.[at]?.id
      return section === undefined || id === undefined ? undefined : { section: section.entry, block: id, at, quote, kind }
    }
    return {
      remarks,
      remarksAt: (id: string | undefined): readonly RemarkOut[] => (id === undefined ? [] : (byBlock.get(id) ?? [])),
      open: remarks.filter((remark) => remark.state === 'open').length,
      proposals: proposed?.proposals.length ?? 0,
      listed: listed !== undefined,
      writes: now && listed !== undefined && may(listed.can, 'remark.create'),
      proposes: now && proposed !== undefined && may(proposed.can, 'proposal.create'),
      shown,
      block,
      draft,
      show: (at?: string): void => {
        setBlock(at)
        setShown(true)
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
  }, [sections, blocks, now, remarks, byBlock, listed, proposed, shown, block, draft])
}

export type Remarks = ReturnType<typeof useRemarks>
