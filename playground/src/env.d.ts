/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The tenant's host, or the origin of the emulator. */
  readonly VITE_AUTH0_DOMAIN: string;
  readonly VITE_AUTH0_CLIENT_ID: string;
  /** `true` where the login through a server is there to be tried. */
  readonly VITE_HAS_SERVER?: string;
}
