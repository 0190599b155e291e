// Requests over connections that stay open, with as little as possible around them: what is measured should be
// the server.
import { Agent, request } from 'node:http';

// Servers close what has not been used for five seconds, and may do so at the moment of the next request.
const agent = new Agent({ keepAlive: true, timeout: 4000 });

/** @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string }} Answer */

/**
 * @param {string} url
 * @param {{ body?: object, headers?: Record<string, string> }} [init] - With a body, a POST: of a form when it is
 *   `URLSearchParams`, else of JSON.
 * @returns {Promise<Answer>}
 */
export function keepAlive(url, { body, headers = {} } = {}) {
  const isForm = body instanceof URLSearchParams;
  const text = isForm ? String(body) : body && JSON.stringify(body);
  const type = text && {
    'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: text ? 'POST' : 'GET', headers: { ...headers, ...type } },
      (response) => {
        let received = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          received += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: received,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
