import type { OwnDeviceRow } from '#db/own-device.ts'
import type { OwnDeviceTimes } from '#domain/own-device/own-device.ts'

export const timesOf = (row: Pick<OwnDeviceRow, 'until_at' | 'entered_at' | 'ended_at'>): OwnDeviceTimes => ({
  untilAt: row.until_at,
  enteredAt: row.entered_at,
  endedAt: row.ended_at,
})
