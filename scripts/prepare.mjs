/**
 * Gets a clone ready to run: installs what package-lock.json names when that is not what lies in node_modules, and with `--build` builds the
 * web app when its sources changed. Runs on whatever Node started npm, with nothing installed; everything after it runs on the Node
 * that the installation brings, which npm finds first in node_modules/.bin.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const builtMark = join(root, 'dist', 'web.built')
const webSources = ['src/web', 'src/core', 'src/api', 'public', 'index.html', 'vite.config.ts', 'scripts/field-worker.ts', 'package-lock.json']
const oldestNode = [22, 18]

const installed = isInstalled() ? 'unchanged' : install()
requireNode()
const web = process.argv.includes('--build') ? (isBuilt() ? ', web app unchanged' : build()) : ''
console.log(`镇务已就绪 Ready: packages ${installed}${web}.`)

/** npm keeps a list of what it installed; an interrupted installation has none. */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(modules, '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional, os, cpu, libc }]) => {
    if (path === '' || present[path]?.version === version) return true
    if (present[path] !== undefined || !optional) return false
    const forThisMachine = suits(os, process.platform) && suits(cpu, process.arch) && libc === undefined
    return !((os ?? cpu) !== undefined && forThisMachine)
  })
}

function suits(wanted, actual) {
  return wanted === undefined || [wanted].flat().includes(actual)
}

function packagesIn(lockFile) {
  return existsSync(lockFile) ? (JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {}) : {}
}

function install() {
  console.log('正在安装组件，需要一两分钟。 Installing packages; this takes a minute or two.')
  const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  run('npm', ['ci', ...flags], 'npm ci', withoutOwnBin())
  return 'installed'
}

/** npm replaces node_modules, so it must not run on the Node that lies inside. */
function withoutOwnBin() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = (process.env[name] ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules))
  return { ...process.env, [name]: folders.join(delimiter) }
}

/** Only where no pinned Node is offered for the machine does its own have to be recent. */
function requireNode() {
  const pinned = existsSync(join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  if (!pinned && !recent) fail(`需要 Node ${oldestNode.join('.')} 或以上。 Node ${oldestNode.join('.')} or later is needed here.`)
}

function isBuilt() {
  return existsSync(join(root, 'dist', 'web', 'index.html')) && existsSync(builtMark) && readFileSync(builtMark, 'utf8') === sourceHash()
}

function build() {
  const before = sourceHash()
  const pinned = join(modules, '.bin', 'node')
  const node = process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath
  run(node, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], 'vite build', process.env)
  writeFileSync(builtMark, before)
  return ', web app built'
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const path of webSources.flatMap((name) => filesIn(join(root, name))).sort()) {
    hash.update(`${relative(root, path)}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}

function run(command, args, what, env) {
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' })
  if (status !== 0) fail(`${what} 未成功。 ${what} failed${error ? `: ${error.message}` : ''}.`)
}

function fail(line) {
  console.error(line)
  process.exit(1)
}
