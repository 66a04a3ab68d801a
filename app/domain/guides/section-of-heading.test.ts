import { expect, it } from 'vitest'
import { sectionOfHeading } from './section-of-heading'

it.each([
  ['What to do first', 'first-steps'],
  ['What to Do First: Protect the Server', 'first-steps'],
  ['What clinics should do first', 'first-steps'],
  ['First steps after a loss', 'first-steps'],
  ['Was zuerst zu tun ist', 'first-steps'],
  ['Erste Schritte', 'first-steps'],
  ['30-day plan', 'plan'],
  ['What to do in 30 days', 'plan'],
  ['Recovery', 'track'],
  ['Recovery (Days 61–90)', 'track'],
  ['Prevention measures:', 'track'],
  ['Wiederherstellung', 'track'],
  ['Monday', 'weekday'],
  ['Mittwoch:', 'weekday'],
  ['Who should read this page', 'no-plan'],
  ['Why the first 30 days matter', 'no-plan'],
  ['What the risk means in plain numbers', 'no-plan'],
  ['What can go wrong', 'no-plan'],
  ['Vendor and tool considerations for the first 90 days', 'no-plan'],
  ['Common mistakes in the first 30 days', 'no-plan'],
  ['FAQ: the 30-day plan', 'no-plan'],
  ['Frequently asked questions', 'no-plan'],
  ['Next step: Explore', 'no-plan'],
  ['Leave a comment', 'no-plan'],
  ['Do not', 'no-plan'],
  ["Don'ts", 'no-plan'],
  ['Häufige Fehler', 'no-plan'],
  ['Was Sie nicht tun sollten', 'no-plan'],
  ['Small firewalls', 'unknown'],
  ['Response times', 'unknown'],
] as const)('%s → %s', (heading, kind) => {
  expect(sectionOfHeading(heading).kind).toBe(kind)
})
