// @ts-check
/**
 * @file The one door to the server: JSON in and out, problems as errors of one sentence, a lost connection said loudly
 * and waited for, changes of others as events.
 */

/** What the server refused, in one sentence; `current` is what stands there now when a version was stale. */
export class Problem extends Error {
  /** @param {number} status @param {string} message @param {any} [current] */
  constructor(status, message, current) {
    super(message);
    this.status = status;
    this.current = current;
  }
}

/** The server cannot be reached: nothing was refused, the same call may be made again. */
export class Offline extends Error {
  constructor() {
    super('The server cannot be reached.');
  }
}

/**
 * State of the connection. Fires `lost` and `back`; `stranger` when the session has ended, `known` when somebody is signed in again.
 */
class Connection extends EventTarget {
  online = true;
  #waiting = false;

  /** Called by whoever found the server gone; asks until it answers. */
  lose() {
    if (this.online) {
      this.online = false;
      this.dispatchEvent(new Event('lost'));
    }
    if (!this.#waiting) this.#ask(500);
  }

  /** Resolves when the server can be reached. @returns {Promise<void>} */
  back() {
    if (this.online) return Promise.resolve();
    return new Promise(done => this.addEventListener('back', () => done(), {once: true}));
  }

  /** @param {number} wait milliseconds @returns {Promise<void>} */
  async #ask(wait) {
    this.#waiting = true;
    await new Promise(done => {
      const timer = setTimeout(done, wait);
      addEventListener('online', () => { clearTimeout(timer); done(undefined); }, {once: true});
    });
    let answers = false;
    try {
      answers = (await fetch('/api/session', {cache: 'no-store'})).status < 500;
    } catch (refused) {
      if (!(refused instanceof TypeError)) throw refused;
    }
    this.#waiting = false;
    if (!answers) return this.#ask(Math.min(wait * 2, 15000));
    this.online = true;
    this.dispatchEvent(new Event('back'));
  }
}

export const connection = new Connection();

let csrf = '';

/** @param {string} token what GET /api/session gave */
export function useToken(token) {
  csrf = token;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{body?: any, signal?: AbortSignal, keepalive?: boolean}} [options]
 * @returns {Promise<any>}
 */
async function call(method, path, options = {}) {
  const used = csrf;
  try {
    return await request(method, path, options);
  } catch (failure) {
    // Another tab may have signed in again, which gives this browser another token.
    if (!(failure instanceof Problem) || failure.status !== 403 || method === 'GET' || options.keepalive) throw failure;
    csrf = (await request('GET', '/api/session'))?.csrf ?? '';
    if (csrf === used) throw failure;
    return request(method, path, options);
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{body?: any, signal?: AbortSignal, keepalive?: boolean}} [options]
 * @returns {Promise<any>}
 */
async function request(method, path, {body, signal, keepalive} = {}) {
  /** @type {Record<string, string>} */
  const headers = {Accept: 'application/json'};
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf;
  if (body !== undefined && !(body instanceof FormData)) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, {method, headers, body, signal, keepalive});
  } catch (failure) {
    if (signal?.aborted) throw failure;
    connection.lose();
    throw new Offline();
  }
  const json = response.headers.get('content-type')?.includes('json');
  if (response.ok) return response.status === 204 || !json ? undefined : response.json();
  const problem = json ? await response.json() : {};
  if (response.status === 401 && !path.startsWith('/api/session')) connection.dispatchEvent(new Event('stranger'));
  if (response.status >= 502 && response.status <= 504) {
    connection.lose();
    throw new Offline();
  }
  throw new Problem(response.status, problem.detail || problem.title || `The server answered ${response.status} to ${method} ${path}.`, problem.current);
}

/**
 * Reads; while the connection is lost it waits, since reading again does no harm.
 * @param {string} path @param {AbortSignal} [signal] @returns {Promise<any>}
 */
export async function get(path, signal) {
  for (;;) {
    try {
      return await call('GET', path, {signal});
    } catch (failure) {
      if (!(failure instanceof Offline)) throw failure;
      await connection.back();
    }
  }
}

/** @param {string} path @param {any} [body] @param {{signal?: AbortSignal, keepalive?: boolean}} [options] @returns {Promise<any>} */
export const post = (path, body, options) => call('POST', path, {body, ...options});

/** @param {string} path @param {any} body @param {{signal?: AbortSignal, keepalive?: boolean}} [options] @returns {Promise<any>} */
export const put = (path, body, options) => call('PUT', path, {body, ...options});

/** @param {string} path @param {any} body @returns {Promise<any>} */
export const patch = (path, body) => call('PATCH', path, {body});

/** @param {string} path @param {any} [body] @param {{keepalive?: boolean}} [options] @returns {Promise<any>} */
export const remove = (path, body, options) => call('DELETE', path, {body, ...options});

/**
 * A query string of what is given; what is empty is left out.
 * @param {Record<string, string|number|boolean|null|undefined>} values
 */
export function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length ? `?${search}` : '';
}

/**
 * Has the browser save what the server gives at a path; a refusal becomes a Problem instead of a page.
 * @param {string} path @returns {Promise<void>}
 */
export async function download(path) {
  let response;
  try {
    response = await fetch(path);
  } catch (failure) {
    connection.lose();
    throw new Offline();
  }
  if (!response.ok) {
    const problem = response.headers.get('content-type')?.includes('json') ? await response.json() : {};
    throw new Problem(response.status, problem.detail || problem.title || `The server answered ${response.status}.`);
  }
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=(?:UTF-8|utf-8)''([^;]+)/.exec(disposition)?.[1];
  const name = encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/.exec(disposition)?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ?? path.split('/').pop() ?? 'download';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/**
 * Listens to what others change. A page in the background lets go of its connection, since a browser has six to a server
 * for all its pages together; whoever listens is told by `again` that something may have been missed.
 * @param {string} path
 * @param {Record<string, (data: any) => void>} handlers by name of the event
 * @param {() => void} again called when listening starts again after a gap
 * @returns {() => void} stops listening
 */
export function listen(path, handlers, again) {
  /** @type {EventSource|undefined} */
  let source;
  let opened = false;
  let stopped = false;
  let retry = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = () => {
    if (stopped || source) return;
    source = new EventSource(path);
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, event => handler(JSON.parse(/** @type {MessageEvent} */ (event).data)));
    }
    source.addEventListener('notice', () => dispatchEvent(new Event('dragoman:notices')));
    source.onopen = () => {
      retry = 0;
      if (opened) again();
      opened = true;
    };
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      retry = Math.min(retry + 1, 5);
      timer = setTimeout(open, 1000 * 2 ** retry);
    };
  };
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(close, 5000);
    else open();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', close);
  addEventListener('pageshow', look);
  look();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', close);
    removeEventListener('pageshow', look);
    close();
  };
}
