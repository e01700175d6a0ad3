import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openSecrets } from './keys/root-key.ts'
import { factsOf, openLog } from './log.ts'

describe('settings', () => {
  test('are none at all in the demo', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'demo',
      port: 3000,
      host: 'localhost',
      url: 'http://localhost:3000',
      databaseUrl: null,
      mail: null,
      text: null,
      webhookNetworks: [],
      trustedProxies: 0,
    })
    expect(readConfig({}).dataFolder).toMatch(/data\/demo$/)
    expect(readConfig({ NAAST_MODE: 'production' }).dataFolder).toMatch(/data\/production$/)
  })
  test('that can’t be right are all named, without what was in them', () => {
    const wrong = {
      NAAST_MODE: 'prod',
      PORT: '99999',
      NAAST_URL: 'ftp://x',
      DATABASE_URL: 'mysql://root:secret@x',
    }
    expect(() => readConfig(wrong)).toThrow(/NAAST_MODE.*\nPORT.*\nNAAST_URL.*\nDATABASE_URL/)
    expect(() => readConfig(wrong)).not.toThrow(/secret/)
  })
})

describe('networks near the server', () => {
  test('are read one by one', () => {
    const read = (NAAST_WEBHOOK_NETWORKS: string) => readConfig({ NAAST_WEBHOOK_NETWORKS }).webhookNetworks
    expect(read(' 10.1.0.0/16, fd00::/8,127.0.0.1')).toEqual(['10.1.0.0/16', 'fd00::/8', '127.0.0.1'])
    expect(read('')).toEqual([])
    for (const wrong of ['intern', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0.0/-1', 'fd00::/129'])
      expect(() => read(wrong)).toThrow(/NAAST_WEBHOOK_NETWORKS should be networks/)
  })
})

describe('secrets', () => {
  const empty = () => mkdtempSync(path.join(tmpdir(), 'naast-keys-'))
  const config = (dataFolder: string, more = {}) =>
    ({ mode: 'production', dataFolder, rootKey: null, authSecret: null, ...more }) as const
  test('are made at the first start, for their owner only, and stay', () => {
    const folder = empty()
    const first = openSecrets(config(folder))
    expect(openSecrets(config(folder)).rootKey).toEqual(first.rootKey)
    expect(openSecrets(config(folder)).authSecret).toBe(first.authSecret)
    for (const name of ['root-key', 'auth-secret'])
      expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o400)
  })
  test('that others can read stop the start', () => {
    const folder = empty()
    openSecrets(config(folder))
    chmodSync(path.join(folder, 'root-key'), 0o644)
    expect(() => openSecrets(config(folder))).toThrow(/chmod 600/)
  })
  test('that somebody thought up are refused', () => {
    for (const rootKey of ['changeme', 'secret', '0'.repeat(64), 'wachtwoord-wachtwoord-wachtwoord'])
      expect(() => openSecrets(config(empty(), { rootKey }))).toThrow(
        /NAAST_ROOT_KEY must be 32 random bytes/,
      )
    const same = 'f0e1d2c3b4a5968778695a4b3c2d1e0f00112233445566778899aabbccddeeff'
    expect(() => openSecrets(config(empty(), { rootKey: same, authSecret: same }))).toThrow(
      /must not be the same/,
    )
  })
  test('of the first run are new at every start, and none in the demo', () => {
    const folder = empty()
    expect(openSecrets(config(folder)).firstRunCode).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
    expect(openSecrets(config(folder)).firstRunCode).not.toBe(openSecrets(config(folder)).firstRunCode)
    expect(openSecrets(config(folder, { mode: 'demo' })).firstRunCode).toBeNull()
  })
})

describe('the log', () => {
  const error = Object.assign(new Error('value "Fatima Yilmaz" is too long'), {
    code: '22001',
    column: 'name',
    detail: 'Key (phone)=(0612345678)',
    where: 'COPY person, line 3: "Fatima"',
  })
  test('says where and which column, never what somebody wrote', () => {
    const lines: string[] = []
    openLog({ mode: 'production' }, { write: (line) => lines.push(line) }).trouble('r-1', error)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('"code":"22001"')
    expect(lines[0]).toContain('config.test.ts')
    expect(lines[0]).not.toMatch(/Fatima|Yilmaz|0612345678/)
  })
  test('takes anything that was thrown', () => {
    expect(factsOf('Fatima', false)).toEqual({ name: 'string' })
    expect(factsOf(null, true)).toEqual({ name: 'object' })
  })
})
