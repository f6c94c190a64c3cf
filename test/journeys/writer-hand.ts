import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice Writer where the machine has it. */
export const findWriter = (): string | undefined => (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name))).find((path) => existsSync(path))

/** Words a writer puts in the place of others; `tracked` ones as marked changes. */
export type Edit = { readonly from: string; readonly to: string; readonly tracked?: boolean }

/** Opens a Word file in Writer, replaces words and saves it as Writer saves; a macro in a profile of its own does what a hand would. */
export const editInWriter = (writer: string, bytes: Uint8Array, edits: readonly Edit[]): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'zw-writer-'))
  try {
    const [before, after] = [join(folder, 'before.docx'), join(folder, 'after.docx')]
    writeFileSync(before, bytes)
    const start = (...words: readonly string[]): unknown => spawnSync(writer, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--nolockcheck', ...words], { timeout: 150_000 })
    start('--terminate_after_init') // its first start lays out the profile
    macro(join(folder, 'profile'), source(pathToFileURL(before).href, pathToFileURL(after).href, edits))
    start('macro:///Standard.Hand.Edit')
    return readFileSync(after)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const source = (before: string, after: string, edits: readonly Edit[]): string => `Sub Edit
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  written = StarDesktop.loadComponentFromURL("${before}", "_blank", 0, opening())
${edits
  .map(
    ({ from, to, tracked = false }) => `  written.RecordChanges = ${tracked ? 'True' : 'False'}
  change = written.createReplaceDescriptor()
  change.SearchString = "${from}"
  change.ReplaceString = "${to}"
  written.replaceAll(change)`,
  )
  .join('\n')}
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  written.storeToURL("${after}", saving())
  written.close(True)
  StarDesktop.terminate()
End Sub`

const library = (kind: 'script' | 'dialog', elements: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${kind === 'script' ? elements : ''}</library:library>`

const libraries = (kind: 'script' | 'dialog'): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${kind}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`

const macro = (profile: string, text: string): void => {
  const basic = join(profile, 'user', 'basic')
  mkdirSync(join(basic, 'Standard'), { recursive: true })
  for (const kind of ['script', 'dialog'] as const) {
    writeFileSync(join(basic, `${kind}.xlc`), libraries(kind))
    writeFileSync(join(basic, 'Standard', `${kind}.xlb`), library(kind, '<library:element library:name="Hand"/>'))
  }
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  writeFileSync(join(basic, 'Standard', 'Hand.xba'), `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hand" script:language="StarBasic">${escaped}</script:module>`)
}
