import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** The machine's own Chromium, the browser people have; none is downloaded. */

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome']

/** The browser's path: what CHROMIUM_PATH names when set, else the first on PATH or in the usual places; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'] ?? ''
  return (named === '' ? [...onPath(), ...usualPlaces(), ...playwrightCache()] : [named]).find(isProgram)
}

/** Starts the browser without a window, where file names may be Chinese whatever the machine speaks. It fetches nothing of its own accord. Throws when there is none: ask `findChromium` first. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium found; set CHROMIUM_PATH')
  return chromium.launch({ executablePath, env: { ...process.env, LC_ALL: 'C.UTF-8' }, args: [...quiet, ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : [])] })
}

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
        .flatMap((name) => process.env[name] ?? [])
        .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')])
    default:
      return ['/usr/bin', '/snap/bin', '/usr/lib/chromium', '/opt/google/chrome'].flatMap((folder) => names.map((name) => join(folder, name)))
  }
}

function playwrightCache(): string[] {
  const cache = join(homedir(), '.cache', 'ms-playwright')
  try {
    const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
    return versions.sort().reverse().flatMap((version) => ['chrome-linux', 'chrome-linux64'].map((folder) => join(cache, version, folder, 'chrome')))
  } catch {
    return [] // no such cache on this machine
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
