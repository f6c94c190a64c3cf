import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { docxText } from '../../formats/document/docx-text.ts'
import { programOn, runConverter } from './run-converter.ts'

const limits = { seconds: 60, most: 1024 * 1024 }

/** The text of a .doc, .wps or RTF file, turned into .docx by a LibreOffice with a profile of its own that runs no macros and follows no links. */
export const oldWordText = async (bytes: Uint8Array, path: string): Promise<string | Refusal> => {
  const office = programOn(path, ['soffice', 'libreoffice'])
  if (office === undefined) return refuse('document-needs-libreoffice')
  const directory = await mkdtemp(join(tmpdir(), 'zhenwu-document-'))
  try {
    const [profile, input, output] = [join(directory, 'profile'), join(directory, 'document.doc'), join(directory, 'out')]
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings)
    await writeFile(input, bytes)
    const words = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', output, input]
    await runConverter(office, words, limits, { ...process.env, PATH: path, HOME: directory, TMPDIR: directory })
    const converted = await readFile(join(output, 'document.docx')).catch(() => undefined)
    return converted === undefined ? refuse('document-not-converted', { seconds: limits.seconds }) : docxText(converted)
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

const setting = (group: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.Common/Security/${group}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${setting('Scripting', 'DisableMacrosExecution', 'true')}
${setting('Scripting', 'MacroSecurityLevel', '3')}
${setting('Scripting', 'DisableActiveContent', 'true')}
${setting('Scripting', 'BlockUntrustedRefererLinks', 'true')}
</oor:items>
`
