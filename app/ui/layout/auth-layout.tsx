import type { ReactNode } from 'react'
import { SkipLink } from './app-shell'
import { Logo } from './logo'

interface AuthLayoutProps {
  title: string
  description?: ReactNode
  children: ReactNode
  /** Under the card: the other ways to go. */
  footer?: ReactNode
  /** For pages with more than one short form. */
  isWide?: boolean
  banners?: ReactNode
}

/** The frame of pages for somebody who is not signed in: one card, one purpose. */
export function AuthLayout({
  title,
  description,
  children,
  footer,
  isWide,
  banners,
}: AuthLayoutProps) {
  return (
    <>
      <SkipLink />
      {banners ? <section aria-label="Notices">{banners}</section> : null}
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto flex flex-col px-4 py-8 outline-none sm:py-16 ${isWide ? 'max-w-2xl' : 'max-w-md'}`}
      >
        <div className="mb-6 flex justify-center">
          <Logo />
        </div>
        <div className="card p-5 sm:p-8">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {description ? <p className="mt-1 text-muted">{description}</p> : null}
          <div className="mt-5 flex flex-col gap-4">{children}</div>
        </div>
        {footer ? <div className="mt-5 text-center text-muted">{footer}</div> : null}
      </main>
    </>
  )
}
