import { useEffect, useState } from 'react'
import { Button } from './button'

/** Opens the browser's own print dialogue; not there where scripts do not run. */
export function PrintButton() {
  const [isEnhanced, setIsEnhanced] = useState(false)
  useEffect(() => setIsEnhanced(true), [])
  if (!isEnhanced) return null
  return (
    <Button icon="print" onClick={() => window.print()}>
      Print
    </Button>
  )
}
