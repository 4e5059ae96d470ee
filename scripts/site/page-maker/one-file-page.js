// In the public site as one file, around the site's own scripts (one-file.mjs): what they take for the browser's `location` and `history` is an address
// of the site, which stands after the `#` of the file's own; files of the territory are in the page. Nothing is asked of any network.
const own = globalThis.location;
const states = globalThis.history;
/** Of no site. */
const ORIGIN = 'https://maillage.invalid';

const here = () => new URL(own.hash.startsWith('#/') ? own.hash.slice(1) : '/', ORIGIN);
/** @param {string | URL} [url] */
const hashOf = (url = '') => {
  const { pathname, search, hash } = new URL(url, here());
  return `#${pathname}${search}${hash}`;
};
/** @param {string | URL} url */
const reopen = (url) => {
  states.replaceState(null, '', hashOf(url));
  own.reload();
};

const location = {
  get href() {
    return here().href;
  },
  set href(url) {
    if (hashOf(url) !== hashOf()) reopen(url);
  },
  get origin() {
    return ORIGIN;
  },
  get protocol() {
    return here().protocol;
  },
  get host() {
    return here().host;
  },
  get pathname() {
    return here().pathname;
  },
  get search() {
    return here().search;
  },
  get hash() {
    return here().hash;
  },
  toString: () => here().href,
  reload: () => own.reload(),
  assign: reopen,
  replace(url) {
    const { pathname, search } = new URL(url, here());
    if (pathname + search !== here().pathname + here().search) return reopen(url);
    states.replaceState(states.state, '', hashOf(url));
  }
};

// oxlint-disable-next-line no-unused-vars -- by the scripts that follow
const history = {
  get state() {
    return states.state;
  },
  get length() {
    return states.length;
  },
  get scrollRestoration() {
    return states.scrollRestoration;
  },
  set scrollRestoration(way) {
    states.scrollRestoration = way;
  },
  pushState: (state, title, url) => states.pushState(state, title, hashOf(url)),
  replaceState: (state, title, url) => states.replaceState(state, title, hashOf(url)),
  go: (steps) => states.go(steps),
  back: () => states.back(),
  forward: () => states.forward()
};

for (const name of ['URL', 'baseURI']) Object.defineProperty(document, name, { get: () => location.href });

/** A file of the territory, as its element of the page holds it. @param {string} path */
function held(path) {
  const element = document.querySelector(`script[data-file="${CSS.escape(path)}"]`);
  if (!element) return null;
  const text = element.textContent ?? '';
  return element.dataset.base64 === undefined ? text : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

globalThis.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input, here());
  init?.signal?.throwIfAborted();
  const content = held(decodeURIComponent(pathname.slice(1)));
  return new Response(content, { status: content === null ? 404 : 200 });
};
const WORDS = {
  fr: 'Cette page est un seul fichier : ce que vous demandez est sur le site.',
  en: 'This page is a single file: what you ask for is on the site.'
};
const notHere = () => WORDS[document.documentElement.lang === 'en' ? 'en' : 'fr'];

/** Before a worker's script: the files of the roads, which it would fetch. */
function graphFiles() {
  const files = [...document.querySelectorAll('script[data-file^="graph/"]')];
  const texts = files.map(({ dataset, textContent }) => [
    dataset.file,
    dataset.base64 === undefined,
    textContent
  ]);
  return `const held = new Map(${JSON.stringify(texts)}.map(([path, isText, text]) =>
    ['${ORIGIN}/' + path, isText ? text : Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
  self.fetch = async (url) => new Response(held.get(String(url)), { status: held.has(String(url)) ? 200 : 404 });`;
}
const BrowserWorker = globalThis.Worker;
/** A file opened by itself runs no script of another address: those of its workers are in the page. */
globalThis.Worker = class extends BrowserWorker {
  constructor(url) {
    const name = new URL(url, ORIGIN).pathname.split('/').pop();
    const script = document.querySelector(`script[data-worker="${CSS.escape(name)}"]`);
    if (!script) throw new Error(notHere());
    const address = URL.createObjectURL(
      new Blob([graphFiles(), script.textContent], { type: 'text/javascript' })
    );
    super(address);
    URL.revokeObjectURL(address);
  }
};
// The drawing stands for the live map, the figures of the page for the database.
delete globalThis.WebGL2RenderingContext;
delete globalThis.WebAssembly;

/** Another site's, or a file made by the page. */
const ELSEWHERE = /^(?!file:)[a-z][a-z\d+.-]*:/i;

/** @param {MouseEvent} event @returns {{ link: HTMLAnchorElement, url: URL } | null} a link of the site */
function linkOf(event) {
  const link = event.composedPath().find((one) => one instanceof Element && one.localName === 'a');
  const href = link?.getAttribute('href');
  if (href === null || href === undefined) return null;
  if (ELSEWHERE.test(href) && !href.startsWith(ORIGIN)) return null;
  return { link, url: new URL(href, here()) };
}

/** A file that this page does not hold is said once beside its link. @param {HTMLAnchorElement} link */
function sayBeside(link) {
  if (link.nextElementSibling?.getAttribute('role') === 'status') return;
  const words = document.createElement('small');
  words.setAttribute('role', 'status');
  words.textContent = ` ${notHere()}`;
  link.after(words);
}

/** Before the site's own scripts see a click: the link has the address that they know. */
function admit(event) {
  const found = linkOf(event);
  if (!found) return;
  const { link, url } = found;
  const path = decodeURIComponent(url.pathname.slice(1));
  if (/\.\w+$/.test(path)) {
    event.preventDefault();
    const content = held(path);
    if (content === null) return sayBeside(link);
    const saved = document.createElement('a');
    saved.href = URL.createObjectURL(new Blob([content]));
    saved.download = link.getAttribute('download') || path.split('/').pop();
    saved.click();
    return;
  }
  if (event.button === 1 || event.metaKey || event.ctrlKey || event.shiftKey || link.target === '_blank') {
    event.preventDefault();
    window.open(own.href.replace(/#.*$/, '') + hashOf(url));
    return;
  }
  link.setAttribute('href', url.href);
}

let moving = false;
/** After them: what they leave to the browser is a place of the same page. */
function move(event) {
  const found = event.defaultPrevented ? null : linkOf(event);
  if (!found) return;
  event.preventDefault();
  moving = true;
  own.hash = hashOf(found.url);
  document.getElementById(decodeURIComponent(found.url.hash.slice(1)))?.scrollIntoView();
}

addEventListener('click', admit, true);
addEventListener('auxclick', (event) => event.button === 1 && admit(event), true);
addEventListener('click', move);
addEventListener('hashchange', () => {
  // An address typed by hand.
  if (!moving && states.state === null) own.reload();
  moving = false;
});

globalThis.__maillage = { base: '' };
