/**
 * Everything that must hold before a change lands. First what needs no database, side by side; then the tests, those in a browser among them. The first of
 * these two that fails ends the run with its exit code.
 * `--url postgres://…` runs only the tests, on the PostgreSQL server named.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'zw-report-'))

const typescript = 'node_modules/typescript-7/bin/tsc'
const checks = [
  { name: 'types', commands: [[typescript, '-p', 'src/core'], [typescript, '-p', '.']] },
  { name: 'lint', commands: [['node_modules/eslint/bin/eslint.js', '.']] },
]
const webApp = { name: 'web app', commands: [['scripts/prepare.mjs', '--build']] }
const tests = { name: 'tests', commands: [vitest('tests')] }

const url = externalServer(process.argv.slice(2))
const env = url === undefined ? process.env : { ...process.env, DATABASE_URL: url }
const lines = []
let status = 0
for (const stages of [url === undefined ? [...checks, webApp] : [webApp], [tests]]) {
  const ended = await Promise.all(stages.map((stage) => run(stage, stages.length > 1)))
  for (const { name, code, seconds } of ended) {
    lines.push(`${code === 0 ? '通过 pass' : '未过 FAIL'}  ${name.padEnd(9)} ${seconds.padStart(7)} s${counts(name)}`)
    lines.push(...skipped(name).map((title) => `  跳过 skipped: ${title}`))
  }
  status = ended.find(({ code }) => code !== 0)?.code ?? 0
  if (status !== 0) break
}
rmSync(reports, { recursive: true, force: true })
console.log(`\n${lines.join('\n')}`)
process.exitCode = status

/** Runs a stage's commands one after the other; one that has others beside it says what it has to say when it ends. */
async function run({ name, commands }, beside) {
  const began = performance.now()
  let code = 0
  for (const command of commands) {
    code = await ended(command, beside)
    if (code !== 0) break
  }
  return { name, code, seconds: ((performance.now() - began) / 1000).toFixed(1) }
}

function ended(command, beside) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
    child.on('error', (problem) => said.push(Buffer.from(`${problem}\n`)))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      resolve(code ?? 1)
    })
  })
}

function vitest(name) {
  const report = join(reports, `${name}.json`)
  return ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
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
