import type { OrgTree } from '../access/org-tree.ts'
import type { Post } from '../access/policy.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findField } from '../ledger/ledger.ts'
import type { RawFields } from '../ledger/read-fields.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { refuse } from '../refusal/refusal.ts'
import type { Day } from '../time/day.ts'
import { parsePosition } from './distance.ts'
import type { Reportable } from './procedure.ts'

/** A finding as it was made where it was seen; `photos` names files that were brought before. */
export type Finding = { readonly org: string; readonly day: Day; readonly kind?: string | undefined; readonly line?: string | undefined; readonly position?: string | undefined; readonly photos?: string | undefined }

/** Key of the ledger in which findings are kept as they were reported. */
export const findingLedger = 'zhenwu-finding'

/** How a ledger takes findings, where one of these posts may report them. */
export const reportableTo = (posts: readonly Post[], { procedure }: Pick<Ledger, 'procedure'>): Reportable | undefined => {
  const reportable = procedure?.reportable
  return reportable !== undefined && posts.some(({ role }) => reportable.roles.includes(role)) ? reportable : undefined
}

/** Orgs someone reports from: that of each post that may, and what lies in it. */
export const reportingOrgs = (posts: readonly Post[], { roles }: Reportable, tree: OrgTree): readonly string[] => [...new Set(posts.filter(({ role }) => roles.includes(role)).flatMap(({ org }) => tree.subtree(org)))]

/** What an entry says of a finding, or what is missing in it. A photo may stand for the line; a position is kept as it was taken, wherever it is. */
export const findingFields = (ledger: Ledger, reportable: Reportable, finding: Finding, orgName: string, today: Day): RawFields | Refusal => {
  const { line = '', photos = '' } = finding
  const given = line.trim()
  if (finding.day > today) return problem('day', 'clock-day-ahead', { today })
  if (given === '' && photos === '') return problem('line', 'finding-says-nothing')
  if (photos !== '' && reportable.photos === undefined) return problem('photos', 'field-unknown', { field: 'photos' })
  if (reportable.kind !== undefined && findField(ledger, reportable.kind)?.required === true && (finding.kind ?? '') === '') return problem('kind', 'field-required')
  if (finding.position !== undefined && parsePosition(finding.position) === undefined) return problem('position', 'not-position', { value: finding.position })
  return {
    ...reportable.set,
    [ledger.orgField]: finding.org,
    ...(ledger.dateField === undefined ? {} : { [ledger.dateField]: finding.day }),
    [reportable.line]: given === '' ? `${orgName}（见照片）` : given,
    ...(reportable.kind === undefined || finding.kind === undefined ? {} : { [reportable.kind]: finding.kind }),
    ...(reportable.position === undefined || finding.position === undefined ? {} : { [reportable.position]: finding.position }),
    ...(reportable.photos === undefined || photos === '' ? {} : { [reportable.photos]: photos }),
  }
}

/** The middle of known positions, which one that was taken far away does not move; null where none is known. */
export const middleOf = (positions: readonly (string | null)[]): string | null => {
  const known = positions.flatMap((each) => parsePosition(each) ?? [])
  if (known.length === 0) return null
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return `${middle(known.map(({ latitude }) => latitude)).toFixed(5)},${middle(known.map(({ longitude }) => longitude)).toFixed(5)}`
}

/** From how many metres on a position is said to be far from the place it is reported for. */
export const farMetres = 5000

const problem = (field: string, code: 'clock-day-ahead' | 'finding-says-nothing' | 'field-unknown' | 'field-required' | 'not-position', details: Readonly<Record<string, unknown>> = {}): Refusal => refuse('bad-input', {}, [{ field, code, details }])
