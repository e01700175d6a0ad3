import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bombs, type HostileFile, ordinaryFiles, payload } from '#testing/hostile-files.ts'
import { ExaminerBusy, SafeFile } from '#usecases/document/safe-file.ts'
import { openFileExaminer } from './file-examiner.ts'

let folder: string
let ordinary: Awaited<ReturnType<typeof ordinaryFiles>>
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'naast-examiner-'))
  ordinary = await ordinaryFiles()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = (name: string, text: string): string => {
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(file, text)
  return file
}

describe('T25, each in a process of its own: bombs', () => {
  test('none takes the server down, more than 512 MB, or a place in a file that it may not have', async () => {
    const corpus: HostileFile[] = await bombs()
    let [most, now] = [0, 0]
    const wrong: string[] = []
    const took: string[] = []
    const examiner = openFileExaminer({
      hears: (bytes) => {
        now = Math.max(now, bytes)
      },
    })
    for (const { label, bytes, must } of corpus) {
      now = 0
      const answer = await examiner.examine(bytes)
      most = Math.max(most, now)
      took.push(
        `${label}: ${answer instanceof SafeFile ? `taken, ${answer.body.length} bytes` : answer.refused}, ${Math.round(now / 2 ** 20)} MB`,
      )
      if (answer instanceof SafeFile && must === 'refused') wrong.push(`${label}: taken`)
      if (answer instanceof SafeFile && answer.type !== 'application/pdf' && answer.body.includes(payload))
        wrong.push(`${label}: has the payload in it`)
      if (!(answer instanceof SafeFile) && must === 'cleaned') wrong.push(`${label}: ${answer.refused}`)
    }
    await examiner.close()
    console.log(`T25: ${corpus.length} bombs, at most ${Math.round(most / 2 ** 20)} MB\n${took.join('\n')}`)
    expect(wrong).toEqual([])
    expect(corpus.length).toBeGreaterThan(25)
    expect(most).toBeLessThanOrEqual(512 * 2 ** 20)
  }, 300_000)
})

describe('whatever becomes of the process', () => {
  test.each([
    ['never answers', 'setInterval(() => undefined, 1000)', 'document-too-heavy'],
    ['dies', 'process.exit(3)', 'document-too-heavy'],
    ['says nothing', 'process.exit(0)', 'document-too-heavy'],
    ['says too much', "process.stdout.write(Buffer.alloc(12 * 1024 * 1024, 'x'))", 'document-too-heavy'],
    ['calls it a web page', `console.log('{"type":"text/html"}')`, 'document-damaged'],
    ['says what nobody knows', `console.log('{"refused":"__proto__"}')`, 'document-damaged'],
    [
      'takes all memory there is',
      'const kept = []; setInterval(() => kept.push(Buffer.alloc(4 * 1024 * 1024, 1)), 5)',
      'document-too-heavy',
    ],
  ])(
    'one that %s takes nothing with it',
    async (name, text, refused) => {
      const examiner = openFileExaminer({
        program: program(name.replaceAll(' ', '-'), text),
        withinMs: 8_000,
      })
      expect(await examiner.examine(ordinary.jpeg)).toEqual({ refused })
      await examiner.close()
    },
    60_000,
  )

  test('it knows no secret, writes nothing, starts nothing and asks nobody', async () => {
    process.env.NAAST_SECRET_OF_TEST = 'geheim'
    const text = `
      import { connect } from 'node:net'
      import { spawnSync } from 'node:child_process'
      import { writeFileSync } from 'node:fs'
      const may = []
      if (Object.keys(process.env).some((name) => name.startsWith('NAAST'))) may.push('env')
      try { writeFileSync(${JSON.stringify(path.join(folder, 'written'))}, 'x'); may.push('write') } catch {}
      try { if (!spawnSync('/bin/true').error) may.push('spawn') } catch {}
      const asked = await new Promise((done) => {
        try { connect(${1}, '127.0.0.1').once('error', (e) => done(e.code)).once('connect', () => done('net')) } catch (e) { done(e.code) }
      })
      if (asked !== 'ERR_ACCESS_DENIED') may.push('net ' + asked)
      console.log(may.length === 0 ? '{"refused":"document-locked"}' : '{"refused":"document-virus"}')`
    const examiner = openFileExaminer({ program: program('curious', text) })
    expect(await examiner.examine(ordinary.jpeg)).toEqual({ refused: 'document-locked' })
    await examiner.close()
    delete process.env.NAAST_SECRET_OF_TEST
  }, 60_000)
})

test('one at a time, and who comes when many wait is asked to come again', async () => {
  const examiner = openFileExaminer()
  const asked = await Promise.allSettled(Array.from({ length: 12 }, () => examiner.examine(ordinary.png)))
  const taken = asked.filter(({ status }) => status === 'fulfilled')
  expect(taken).toHaveLength(8)
  for (const one of asked)
    if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ExaminerBusy)
    else expect(one.value).toBeInstanceOf(SafeFile)
  expect(await examiner.examine(ordinary.webp)).toMatchObject({ type: 'image/jpeg' })
  await examiner.close()
  await expect(examiner.examine(ordinary.png)).rejects.toThrow(ExaminerBusy)
}, 120_000)

test('the same file gives the same bytes, and its fingerprint stands for it', async () => {
  const examiner = openFileExaminer()
  const [one, other] = await Promise.all([1, 2].map(() => examiner.examine(ordinary.progressive)))
  expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  expect(JSON.stringify(one).length).toBeLessThan(200)
  if (one instanceof SafeFile) expect((await sharp(one.body).metadata()).format).toBe('jpeg')
  await examiner.close()
}, 60_000)

describe('where there is a virus scanner', () => {
  test.each([
    ['calls it a virus', () => Promise.resolve('virus' as const), { refused: 'document-virus' }],
    ['calls it clean', () => Promise.resolve('clean' as const), { type: 'application/pdf' }],
  ])(
    'one that %s is believed',
    async (_, scan, answer) => {
      const examiner = openFileExaminer({ scanner: { scan } })
      expect(await examiner.examine(ordinary.pdf)).toMatchObject(answer)
      await examiner.close()
    },
    60_000,
  )
  test('nothing is taken while it doesn’t answer', async () => {
    const examiner = openFileExaminer({ scanner: { scan: () => Promise.reject(new Error('gone')) } })
    await expect(examiner.examine(ordinary.pdf)).rejects.toThrow(ExaminerBusy)
    await examiner.close()
  })
})
