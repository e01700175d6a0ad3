import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import { proveField } from '../prove/field/prove.ts'
import { openBrowser } from './browser.ts'

/** What may go wrong with a phone on the road, small; `npm run prove -- --only=field` does more than two hundred. */
let browser: Browser
let world: World
let forgotten: World
const seed = 20_261_122
beforeAll(async () => {
  ;[browser, world, forgotten] = [await openBrowser(), await openWorld(), await openWorld()]
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
  await forgotten?.close()
})

test('what was acknowledged is there once, whatever goes wrong on the way', async () => {
  const { lost, doubled, acknowledged } = await proveField(world, browser, 4, seed)
  console.log(`seed ${seed}: ${acknowledged} visits acknowledged`)
  expect({ lost, doubled }).toEqual({ lost: [], doubled: [] })
  expect(acknowledged).toBeGreaterThan(3)
})
test('without the receipts something is there twice', async () => {
  expect((await proveField(forgotten, browser, 1, seed, { forgetful: true })).doubled.length).toBeGreaterThan(
    0,
  )
})
