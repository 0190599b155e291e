/** The tokens of a login, whatever a client calls them. */
export interface SdkTokens {
  accessToken: string;
  idToken: string | undefined;
  refreshToken: string | undefined;
}

/** What a login asks for. */
export interface Access {
  scope: string;
  audience?: string;
}

export type Address = { email: string } | { phoneNumber: string };

/** Takes a browser to an address of Auth0's, and says where it is sent back to. */
export type Visit = (address: URL) => Promise<URL>;

/** A client that others wrote, behind the calls that all of them have. */
export interface Sdk {
  /** Absent in clients that know OAuth and nothing of Auth0's. */
  sendCode?: (to: Address) => Promise<unknown>;
  logIn(to: Address, code: string, access: Access): Promise<SdkTokens>;
  /** Through `/authorize`, with PKCE, a state, and a nonce where the client has one. */
  logInByRedirect(visit: Visit, access: Access): Promise<SdkTokens>;
  userInfo(tokens: SdkTokens): Promise<{ sub: string }>;
  refresh(tokens: SdkTokens): Promise<SdkTokens>;
  revoke(tokens: SdkTokens): Promise<unknown>;
  /** What the client throws for an error of OAuth. */
  refusal(error: string): object;
}

/** The seeded application that keeps a secret: the clients for servers insist on one. */
export const client = {
  clientId: 'web',
  clientSecret: 'web-secret-for-local-development-only',
};

export const callback = 'http://localhost:5173/callback';

/** The exchange of a code as it goes over the wire, for clients that do not know the passwordless grant. */
export function passwordlessParameters(
  to: Address,
  otp: string,
  access: Access,
): Record<string, string> {
  const [username, realm] = 'email' in to ? [to.email, 'email'] : [to.phoneNumber, 'sms'];
  return { username, realm, otp, ...access };
}
