import { answerJson } from '../answerJson.ts';
import type { Endpoint } from '../endpoint.ts';
import { escapeHtml } from '../htmlPage.ts';
import type { Tenant } from '../tenant.ts';

const picture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text x="20" y="40" font-size="30">${escapeHtml(text)}</text></svg>`;

/**
 * `POST /passwordless/challenge`: the captcha that a start must answer, as Auth0's hosted pages ask for it. Apps that embed
 * the login cannot call it on a tenant: they lack the `state`.
 */
export function passwordlessChallenge({ settings }: Tenant): Endpoint {
  return () => {
    const { captcha } = settings;
    if (captcha === null) return answerJson(200, { required: false });
    const image = `data:image/svg+xml,${encodeURIComponent(picture(captcha))}`;
    return answerJson(200, { required: true, provider: 'auth0', type: 'code', image });
  };
}
