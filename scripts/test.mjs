/**
 * Everything that must hold before a change lands, stage by stage; the first stage that fails ends the run with its exit code.
 * `--url postgres://…` runs only the tests, on the PostgreSQL server named.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'zw-report-'))
const journeys = 'test/journeys/'

const typescript = 'node_modules/typescript-7/bin/tsc'
const checks = [
  { name: 'types', commands: [[typescript, '-p', 'src/core'], [typescript, '-p', '.']] },
  { name: 'lint', commands: [['node_modules/eslint/bin/eslint.js', '.']] },
]
const tests = [
  { name: 'tests', commands: [vitest('tests', ['--exclude', `${journeys}**`])] },
  { name: 'web app', commands: [['scripts/prepare.mjs', '--build']] },
  { name: 'journeys', commands: [vitest('journeys', [journeys, '--passWithNoTests'])] },
]

const url = externalServer(process.argv.slice(2))
const env = url === undefined ? process.env : { ...process.env, DATABASE_URL: url }
const lines = []
let status = 0
for (const { name, commands } of url === undefined ? [...checks, ...tests] : tests) {
  const began = performance.now()
  for (const command of commands) {
    status = spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' }).status ?? 1
    if (status !== 0) break
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  lines.push(`${status === 0 ? '通过 pass' : '未过 FAIL'}  ${name.padEnd(9)} ${seconds.padStart(7)} s${counts(name)}`)
  lines.push(...skipped(name).map((title) => `  跳过 skipped: ${title}`))
  if (status !== 0) break
}
rmSync(reports, { recursive: true, force: true })
console.log(`\n${lines.join('\n')}`)
process.exitCode = status

function vitest(name, args) {
  const report = join(reports, `${name}.json`)
  return ['node_modules/vitest/vitest.mjs', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}

function externalServer(args) {
  if (args[0] !== '--url') return undefined
  if (args[1] === undefined) {
    console.error('用法 Usage: npm run test:pg -- postgres://user:password@host:5432/database')
    process.exit(2)
  }
  return args[1]
}

function counts(name) {
  const report = reportOf(name)
  return report === undefined ? '' : `   ${report.numPassedTests}/${report.numTotalTests}`
}

function skipped(name) {
  return (reportOf(name)?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter((one) => one.status === 'skipped' || one.status === 'pending' || one.status === 'todo')
      .map((one) => `${relative(root, file.name)}: ${one.fullName}`),
  )
}

function reportOf(name) {
  const path = join(reports, `${name}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
