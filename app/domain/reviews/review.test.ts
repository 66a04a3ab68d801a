import { describe, expect, it } from 'vitest'
import { ReviewInput } from '~/domain/reviews/review'

const chairId = '018f0000-0000-7000-8000-000000000001'
const form = { title: 'Autumn review', scheduledOn: '2026-12-01', chairId }
const messages = (input: object) =>
  ReviewInput.safeParse({ ...form, ...input }).error?.issues.map((issue) => issue.message)

describe('ReviewInput', () => {
  it('takes one attendee, several, or none, each once', () => {
    expect(ReviewInput.parse(form)).toMatchObject({
      attendeeIds: [],
      agenda: '',
      repeatMonths: null,
    })
    expect(ReviewInput.parse({ ...form, attendeeIds: chairId }).attendeeIds).toEqual([chairId])
    expect(ReviewInput.parse({ ...form, attendeeIds: [chairId, chairId] }).attendeeIds).toEqual([
      chairId,
    ])
  })

  it.each([
    ['1', 1],
    ['24', 24],
    ['', null],
  ])('repeats every %j months', (text, months) => {
    expect(ReviewInput.parse({ ...form, repeatMonths: text }).repeatMonths).toBe(months)
  })

  it.each(['0', '25', '1.5', 'often'])('refuses to repeat every %j months', (repeatMonths) => {
    expect(messages({ repeatMonths })?.[0]).toMatch(/whole number from 1 to 24/)
  })

  it('wants a title and a chair', () => {
    expect(messages({ title: ' ', chairId: '' })).toEqual([
      'The title is empty; write something.',
      'Choose who chairs the review.',
    ])
  })
})
