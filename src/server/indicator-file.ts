import type { PrintedTable } from '../core/report/indicator-print.ts'
import type { Period } from '../core/time/period.ts'
import { writeTableDocx } from '../formats/docx/write-table-docx.ts'
import { writeXlsx } from '../formats/xlsx/write-xlsx.ts'
import type { Bytes } from './call.ts'
import { mediaTypes } from './document/media-type.ts'
import { demoMark } from './demo-mark.ts'

/** A printed table as the file asked for. */
export const indicatorFile = async (table: PrintedTable, format: 'xlsx' | 'docx', about: { readonly org: string; readonly period: Period; readonly demo: boolean }): Promise<Bytes> => {
  const { org, period, demo } = about
  const bytes = format === 'xlsx' ? await writeXlsx({ ...table, name: table.title, notes: demo ? [...table.notes, demoMark] : table.notes }) : await writeTableDocx(table, { org, period, ...(demo ? { demo: demoMark } : {}) })
  return { bytes, type: mediaTypes[format], name: `${table.title}.${format}` }
}
