/** What a request says before its body. A `Request` is one. */
export interface RequestHead extends Pick<Request, 'method' | 'url'> {
  readonly headers: Pick<Headers, 'get'>;
}

/** What the handler reads of a request. A `Request` is one; `./node` makes one of what `node:http` gives. */
export interface IncomingRequest extends RequestHead {
  readonly body: AsyncIterable<Uint8Array> | null;
}
