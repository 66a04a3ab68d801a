/** The address to enter at the provider, easy to select as a whole. */
export function RedirectUri({ address }: { address: string }) {
  return (
    <div className="field max-w-3xl">
      <label className="field-label" htmlFor="redirectUri">
        Redirect address
      </label>
      <p id="redirectUri-description" className="field-hint">
        Enter it at the provider, letter by letter, as the redirect URI of a web application.
      </p>
      <input
        id="redirectUri"
        className="input font-mono text-sm"
        readOnly
        value={address}
        aria-describedby="redirectUri-description"
      />
    </div>
  )
}
