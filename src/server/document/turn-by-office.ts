import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { programOn, runConverter } from './run-converter.ts'

/** A conversion may take so long, in seconds, and tell so many bytes about it. */
export const limits = { seconds: 60, most: 1024 * 1024 }

/** What LibreOffice is asked for: the file it is given is named `from`, its filter, and the ending of what comes out. */
type Turn = { readonly from: string; readonly filter: string; readonly ending: string }

/** Has a LibreOffice with a profile of its own, which runs no macros and follows no links, turn a file into another kind. */
export const turnByOffice = async (bytes: Uint8Array, path: string, { from, filter, ending }: Turn): Promise<Uint8Array | 'no-office' | 'not-converted'> => {
  const office = programOn(path, ['soffice', 'libreoffice'])
  if (office === undefined) return 'no-office'
  const directory = await mkdtemp(join(tmpdir(), 'zhenwu-document-'))
  try {
    const [profile, input, output] = [join(directory, 'profile'), join(directory, from), join(directory, 'out')]
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings)
    await writeFile(input, bytes)
    const words = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--nolockcheck', '--convert-to', `${ending}:${filter}`, '--outdir', output, input]
    await runConverter(office, words, limits, { ...process.env, PATH: path, HOME: directory, TMPDIR: directory })
    return (await readFile(join(output, from.replace(/\.[^.]*$/, `.${ending}`))).catch(() => undefined)) ?? 'not-converted'
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
