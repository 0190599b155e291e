import { Agent as HttpAgent, request as requestByHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestByHttps } from 'node:https';
import type { Auth0Fetch } from './handlerOptions.ts';
import { nodeHeaders } from './nodeHeaders.ts';

// Servers of Node close a connection after five idle seconds, and may do so just when the next request is under way.
const connections = { keepAlive: true, timeout: 4000 };
const http = { agent: new HttpAgent(connections), request: requestByHttp };
const https = { agent: new HttpsAgent(connections), request: requestByHttps };

/**
 * The way to Auth0 on Node, over `node:http` and `node:https`. Quicker than the global `fetch`, above all in the slowest
 * calls: that one leaves objects behind which every garbage collection has to go through.
 *
 * Connections stay open for four seconds. Follows no redirect, asks for no compression, never repeats a request, and
 * rejects when there is no whole answer, as `fetch` does.
 */
export const nodeFetch: Auth0Fetch = (url, { method, headers, body, signal }) =>
  new Promise((resolve, reject) => {
    const { agent, request } = url.startsWith('https:') ? https : http;
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const options = { agent, method, headers: { ...headers, ...length } };
    const sent = request(url, options, (received) => {
      const { statusCode: status = 0 } = received;
      let text = '';
      received.setEncoding('utf8');
      received.on('data', (chunk: string) => {
        text += chunk;
      });
      received.on('error', reject);
      received.on('end', () => {
        resolve({
          ok: status >= 200 && status < 300,
          status,
          headers: nodeHeaders(received.headers),
          text: () => Promise.resolve(text),
        });
      });
    });
    sent.on('error', reject);
    // Not the option `signal`, which watches the whole stream for its end: `signal` lives no longer than this call.
    const abort = () => sent.destroy(new Error('The request was aborted.'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    sent.end(body);
  });
