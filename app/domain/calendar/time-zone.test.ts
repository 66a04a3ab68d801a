import { describe, expect, it } from 'vitest'
import { listTimeZones, TimeZone } from '~/domain/calendar/time-zone'

describe('TimeZone', () => {
  it.each([
    'UTC',
    'Europe/Berlin',
    'America/Argentina/Buenos_Aires',
    'Asia/Kathmandu',
    'Etc/GMT+5',
  ])('accepts %s', (name) => expect(TimeZone.parse(name)).toBe(name))
  it.each(['', '+05:45', 'CEST', 'europe/berlin', 'Mars/Olympus', 'Europe/Berlin; drop'])(
    'refuses %s',
    (name) => expect(TimeZone.safeParse(name).success).toBe(false),
  )
})

describe('listTimeZones', () => {
  it('names each zone once, in order, by the name it has today', () => {
    const zones = listTimeZones()
    expect(zones).toEqual([...new Set(zones)].sort())
    expect(zones).toEqual(expect.arrayContaining(['UTC', 'Europe/Berlin', 'Asia/Kathmandu']))
    expect(zones).not.toContain('Asia/Katmandu')
    expect(zones.filter((name) => !TimeZone.safeParse(name).success)).toEqual([])
  })
})
