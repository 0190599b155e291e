import { answerJson } from '../answerJson.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Tenant } from '../tenant.ts';

/**
 * `GET /.well-known/openid-configuration`: names only what the emulator answers.
 *
 * @see {@link https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata OpenID Connect Discovery 1.0 §3}
 */
export function discovery({ issuer }: Tenant): Endpoint {
  const document = {
    issuer,
    authorization_endpoint: `${issuer}authorize`,
    token_endpoint: `${issuer}oauth/token`,
    userinfo_endpoint: `${issuer}userinfo`,
    jwks_uri: `${issuer}.well-known/jwks.json`,
    revocation_endpoint: `${issuer}oauth/revoke`,
    end_session_endpoint: `${issuer}oidc/logout`,
    mfa_challenge_endpoint: `${issuer}mfa/challenge`,
    scopes_supported: ['openid', 'profile', 'email', 'phone', 'offline_access'],
    response_types_supported: [
      'code',
      'token',
      'id_token',
      'code token',
      'code id_token',
      'token id_token',
      'code token id_token',
    ],
    response_modes_supported: ['query', 'fragment', 'form_post', 'web_message'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    request_uri_parameter_supported: false,
    request_parameter_supported: false,
    claims_supported: [
      'aud',
      'email',
      'email_verified',
      'exp',
      'iat',
      'iss',
      'name',
      'nickname',
      'phone_number',
      'phone_number_verified',
      'sid',
      'sub',
      'updated_at',
    ],
  };
  return () => answerJson(200, document);
}
