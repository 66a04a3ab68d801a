import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lostIn, planDocument } from '~tests/support/plan-documents'

it(
  'makes each bullet and row of a plan an item or a warning, and none from elsewhere an item',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(planDocument, async (document) => {
        expect(await lostIn(document)).toEqual([])
      }),
      { numRuns: 300, seed: 20_261_122 },
    )
  },
)
