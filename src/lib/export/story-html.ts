// A story as one HTML file with its drawings, texts, typeface and page-turning script. It makes no request.

interface SlideFigure {
  label: string;
  value: string;
  protected?: boolean;
  awaits?: boolean;
}

export interface StorySlide {
  title: string;
  /** One line each. */
  paragraphs: readonly string[];
  /** SVG text; null for a view that can only be shown on the site. */
  svg: string | null;
  figures: readonly SlideFigure[];
}

interface StoryDocument {
  lang: string;
  title: string;
  slides: readonly StorySlide[];
  /** Source, date, fingerprint. */
  source: readonly string[];
  words: { previous: string; next: string; keys: string; unseen: string; of: string };
  /** CSS of the typeface, with its file embedded. */
  fontFace: string;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!);

/** Content-Security-Policy of the file: nothing may be fetched, whatever its texts hold. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:";

const STYLE = `
*{box-sizing:border-box}
html{background:#f6f4ef;color:#17212b;font:400 clamp(1rem,1.5vw,1.6rem)/1.45 'Radio Canada Variable','Radio Canada',system-ui,sans-serif}
body{margin:0}
.slide{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,4fr);gap:2vw 4vw;min-height:100vh;padding:4vh 4vw 9vh;align-items:center}
.js .slide:not(.on){display:none}
h1,h2,p{margin:0;text-wrap:pretty}
h2{font-size:1.9em;line-height:1.2;letter-spacing:-.015em}
.said{display:grid;gap:.9em;align-content:center}
.map svg{display:block;width:100%;height:auto;max-height:82vh}
dl{display:flex;flex-wrap:wrap;gap:.8em 2.2em;margin:0;padding-top:.8em;border-top:1px solid #17212b}
dt{font-size:.8em;color:#46525d}
dd{margin:0;font-size:1.35em;font-weight:600;font-variant-numeric:lining-nums}
dd.awaits{color:#b23a16}
dd.hidden{font-size:1em;color:#46525d;background:repeating-linear-gradient(135deg,#6b757e 0 1px,transparent 1px 6px) no-repeat;padding:.1em .4em;border:1px solid #6b757e}
dd.hidden span{background:#f6f4ef;padding:0 .3em}
.source{grid-column:1/-1;align-self:end;font-size:.62em;color:#58636d}
nav{position:fixed;inset:auto 0 0 0;display:none;gap:1em;align-items:center;padding:.6em 4vw;background:#f6f4ef;border-top:1px solid #dad6cd;font-size:.75em}
.js nav{display:flex}
nav output{margin:0 auto 0 0;font-weight:600}
nav small{color:#58636d}
button{font:inherit;color:inherit;min-height:2.4em;padding:0 1em;border:1px solid #85898b;border-radius:4px;background:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #17212b;outline-offset:2px}
@media(max-width:52rem){.slide{grid-template-columns:minmax(0,1fr);align-content:start}nav small{display:none}}
@media print{@page{size:A4 landscape;margin:10mm}html{background:#fff;font-size:11pt}nav{display:none!important}.js .slide:not(.on),.slide{display:grid!important;min-height:0;height:180mm;break-after:page;padding:0}.map svg{max-height:165mm}}`;

/** Turns the pages: arrows, space, page keys of a remote, Home and End; the step is kept in the address. */
const SCRIPT = `
(function(){var d=document,r=d.documentElement,s=[].slice.call(d.querySelectorAll('.slide')),o=d.querySelector('output'),at=0;
r.className='js';
function go(n){at=Math.max(0,Math.min(s.length-1,n));s.forEach(function(e,i){e.classList.toggle('on',i===at)});
o.textContent=(at+1)+' '+o.dataset.of+' '+s.length;try{history.replaceState(null,'','#'+(at+1))}catch(e){}}
d.addEventListener('keydown',function(e){if(e.ctrlKey||e.altKey||e.metaKey)return;var k=e.key,b=e.target.tagName==='BUTTON';
if(k==='ArrowRight'||k==='ArrowDown'||k==='PageDown'||(k===' '&&!b&&!e.shiftKey))go(at+1);
else if(k==='ArrowLeft'||k==='ArrowUp'||k==='PageUp'||(k===' '&&!b&&e.shiftKey))go(at-1);
else if(k==='Home')go(0);else if(k==='End')go(s.length-1);
else if((k==='f'||k==='F')&&r.requestFullscreen){d.fullscreenElement?d.exitFullscreen():r.requestFullscreen()}else return;
e.preventDefault()});
d.getElementById('p').onclick=function(){go(at-1)};d.getElementById('n').onclick=function(){go(at+1)};
go((parseInt(location.hash.slice(1),10)||1)-1)})();`;

function figure({ label, value, protected: hidden, awaits }: SlideFigure): string {
  const look = hidden ? ' class="hidden"' : awaits ? ' class="awaits"' : '';
  return `<div><dt>${escape(label)}</dt><dd${look}><span>${escape(value)}</span></dd></div>`;
}

/** Makes the ids of a drawing unique in the page, so that drawings do not share patterns. */
function withOwnIds(svg: string, at: number): string {
  return svg.replace(/\bid="([^"]+)"/g, `id="s${at}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#s${at}-$1)`);
}

function slideHtml(slide: StorySlide, at: number, { source, words }: StoryDocument): string {
  const { title, paragraphs, svg, figures } = slide;
  return `<section class="slide${at === 0 ? ' on' : ''}" aria-labelledby="t${at}">
<div class="map">${svg === null ? `<p>${escape(words.unseen)}</p>` : withOwnIds(svg, at)}</div>
<div class="said"><h2 id="t${at}">${escape(title)}</h2>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
${figures.length > 0 ? `<dl>${figures.map(figure).join('')}</dl>` : ''}</div>
<p class="source">${source.map(escape).join(' · ')}</p>
</section>`;
}

/** The whole file. Texts are escaped; the drawings are the site's own. */
export function storyHtml(story: StoryDocument): string {
  const { lang, title, slides, words, fontFace } = story;
  return `<!doctype html>
<html lang="${escape(lang)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${fontFace}${STYLE}</style></head><body>
<main><h1 style="position:absolute;clip-path:inset(50%)">${escape(title)}</h1>
${slides.map((slide, at) => slideHtml(slide, at, story)).join('\n')}
</main>
<nav aria-label="${escape(title)}"><output aria-live="polite" data-of="${escape(words.of)}"></output><small>${escape(words.keys)}</small>
<button id="p" type="button">${escape(words.previous)}</button><button id="n" type="button">${escape(words.next)}</button></nav>
<script>${SCRIPT}</script></body></html>
`;
}
