/**
 * Time zones by their IANA names, as the runtime's own data knows them.
 *
 *     TimeZone.parse('Asia/Kathmandu')   // 'Asia/Kathmandu'
 *     TimeZone.safeParse('+05:45')       // refused: an offset knows no daylight saving
 */
import { z } from 'zod'

/**
 * An IANA time zone name such as Europe/Berlin; offsets and abbreviations like CEST are refused.
 */
export const TimeZone = z
  .string()
  .refine(isTimeZone, 'Choose a time zone by its name, such as Europe/Berlin.')
export type TimeZone = z.infer<typeof TimeZone>

/** Whether `value` names a time zone that the runtime can compute with. */
export function isTimeZone(value: string): boolean {
  if (value !== 'UTC' && !/^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(value)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** Names that runtimes still list under their former spelling, so that people find today's. */
const currentName: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

let listed: readonly string[] | undefined

/** Every time zone to choose from, in alphabetical order, UTC included. Computed once. */
export function listTimeZones(): readonly string[] {
  listed ??= [
    ...new Set(
      ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => {
        const current = currentName[name]
        return current !== undefined && isTimeZone(current) ? current : name
      }),
    ),
  ].sort()
  return listed
}
